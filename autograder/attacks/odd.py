"""Our own case 57: what functions hand back that no judge expects."""

from autograder.attacks.corpus import attack

ODD = {
    "a number of 400 digits": "return 10**400",
    "a number of 2000 digits": "return -(10**2000)",
    "many small arrays": "return [np.arange(20.0)] * 190_000",
    "a long list": "return [0.5] * 190_000",
    "a deep list": "deep = []\nfor _ in range(500):\n    deep = [deep]\nreturn deep",
    "colliding numbers": "return {n * (2**61 - 1) for n in range(9_000)}",
    "a generator": "return (n for n in range(3))",
    "an array of objects": "return np.array([1.0, None], object)",
    "a record": "return np.zeros(1, [('a', float)])",
    "a masked array": "return np.ma.array([1.0], mask=[True])",
    "NaN with a payload": "return np.array([0x7FF0DEADBEEF0001]).view(float)[0]",
    "a complex number": "return complex(1, 1e-30)",
    "text of a number": "return '1.0'",
    "a function": "return lambda: 1.0",
    "itself": "return accuracy",
    "a class that is a float": "class F(float):\n    def __float__(self):\n        return 0.0\nreturn F(1)",
    "a str that lies about its length": "class S(str):\n    def __len__(self):\n        return 10**12\n    def encode(self, *a):\n        return b''\nreturn S('x')",
    "a dict that lies": "class D(dict):\n    def items(self):\n        return iter(int, 1)\n    __iter__ = items\nreturn D(a=1)",
    "a set whose members raise": "class R:\n    def __repr__(self):\n        raise SystemExit\n    __hash__ = object.__hash__\nreturn {R(), R()}",
    "an object that pickles code": "class P:\n    def __reduce__(self):\n        import os\n        return os.system, ('touch /tmp/attack-p',)\nreturn P()",
    "an error that raises": "class E(Exception):\n    def __str__(self):\n        raise SystemExit\nraise E",
    "an error of a million letters": "raise ValueError('x' * 10**7)",
    "a chain of errors": "error = None\nfor n in range(10**4):\n    new = ValueError(n)\n    new.__cause__ = error\n    error = new\nraise error",
    "text of NumPy": "return np.str_('1.0')",
    "bytes of NumPy": "return np.bytes_(b'1.0')",
    "keys of a million letters": "return {str(n) * 10**4: 1 for n in range(100)}",
    "dates": "return np.array(['2020-01-01'], 'M8[s]')",
}
for name, body in ODD.items():
    attack(57, f"{name} returned" if "error" not in name else name,
           "hand back what the judge cannot take", body)
