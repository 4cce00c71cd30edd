"""Our own cases 52 to 54: frames that are well made, and meant to break the reader."""

from autograder.attacks.corpus import attack
from autograder.attacks.grader import LINE, on_line

BOMBS = {
    "a bomb of copies": "frame(reply({'l': [{'A': 0}] * 200_000}), [['<f8', [1024, 1024]]], bytes(2**23))",
    "a bomb of colliding numbers": "frame(reply({'e': [n * (2**61 - 1) for n in range(150_000)]}))",
    "a bomb of colliding keys": "frame(reply({'d': [[n * (2**61 - 1), 0] for n in range(150_000)]}))",
    "a number of four million digits": "frame(reply({'i': '0x' + 'f' * 4_000_000}))",
    "arrays without entries": "frame(reply({'l': [{'a': 0}] * 200_000}), [['<f8', [0, 2**25, 2**25]]])",
    "many views of one array": "frame(reply({'l': [{'a': 0}] * 190_000}), [['<f8', [999]]], bytes(8 * 999))",
    "a text of eight million letters": "frame(reply('x' * 8_000_000))",
}
for name, what in BOMBS.items():
    attack(52, name, "make the reader work for hours or take all memory", on_line(what),
           flag=True)
FIELDS = {
    "half characters": "['kind', 'raised'], ['error', '\\ud800'], ['text', '\\ud800' * 99]",
    "endless words": "['kind', 'raised'], ['error', 'E' * 10**6], ['text', 'x' * 10**6], ['line', 'y' * 10**6]",
    "seconds that are none": "['kind', 'value'], ['value', 1.0], ['seconds', {'f': 'nan'}]",
    "seconds without end": "['kind', 'value'], ['value', 1.0], ['seconds', {'f': 'inf'}]",
    "effects that are no names": "['kind', 'value'], ['value', 1.0], ['mutated', {'l': [3]}], ['reads', {'l': [{'l': []}]}]",
    "a kind nobody knows": "['kind', 'right'], ['value', 1.0]",
    "a kind of eight million letters": "['kind', 'k' * 10**6], ['value', 1.0]",
    "no kind": "['value', 1.0]",
    "a claim that it was never written": "['kind', 'raised'], ['error', 'NotImplementedError']",
    "a number of 600 digits": "['kind', 'value'], ['value', {'i': hex(10**600)}]",
}
for name, pairs in FIELDS.items():
    attack(53, f"a reply with {name}", "send a reply that the judge cannot take",
           on_line("frame({'d': [PAIRS]})".replace("PAIRS", pairs)), flag=True)
SHELL = """
shell = get_ipython()
def lie(source):
    return OUTPUTS, 1
shell.run_and_capture = lie
"""
OUTPUTS = {
    "a list": "[]",
    "a number": "3",
    "outputs that are a number": '{"outputs": 3, "updates": []}',
    "outputs of no kind": '{"outputs": [{"output_type": "x"}, 3, None, {}], "updates": [3]}',
    "data that is a number": '{"outputs": [{"output_type": "display_data", "data": 3}]}',
    "text that is none": '{"outputs": [{"output_type": "stream", "text": 3}]}',
    "half characters": '{"outputs": [{"output_type": "stream", "name": "stdout", "text": "\\ud800"}]}',
    "an id that is a list": '{"outputs": [{"output_type": "display_data", "display_id": []}]}',
}
for name, outputs in OUTPUTS.items():
    attack(
        54,
        f"a cell's outputs: {name}",
        "make the executed notebook one that cannot be written or opened",
        cells=(SHELL.replace("OUTPUTS", outputs), "1"),
        loses=(),
        mode="full",
        flag=True,
    )
for name, body in {
    "deep JSON": '{"d": [["outputs", {"a": 0}], ["count", 1]]}, [["|u1", [10**6]]], b"[" * 10**6',
    "no JSON": '{"d": [["outputs", {"a": 0}], ["count", 1]]}, [["|u1", [3]]], b"{]}"',
    "a number of bytes": '{"d": [["outputs", 10**13], ["count", 1]]}',
    "a count that is a text": '{"d": [["outputs", {"a": 0}], ["count", "x"]]}, [["|u1", [2]]], b"{}"',
    "complaints that are numbers": '{"d": [["complaints", {"l": [{"i": hex(10**600)}]}]]}',
}.items():
    attack(
        54,
        f"a cell's reply: {name}",
        "make the executed notebook one that cannot be written or opened",
        cells=(f"{LINE}\nline().sendall(frame({body}))",),
        loses=(),
        mode="full",
        flag=True,
    )
