"""Answers about convolution and pooling: wrong ones with messages, and right ones."""

import numpy as np

from autograder.truth.decorators import right, wrong

NONE = (
    "The function returns None. A print shows a value but hands nothing back: end "
    "with a return."
)


def _pad(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))


def _size(n, f, pad, stride):
    if n + 2 * pad < f:
        raise ValueError("the window does not fit")
    return (n + 2 * pad - f) // stride + 1


def _patches(X, f, stride):
    """All windows, axes (m, n_H, n_W, f, f, n_C)."""
    windows = np.lib.stride_tricks.sliding_window_view(X, (f, f), axis=(1, 2))
    return np.moveaxis(windows[:, ::stride, ::stride], 3, 5)


def _conv(A_prev, W, b, stride, pad):
    """The layer as it should be, in double precision."""
    patches = _patches(_pad(np.asarray(A_prev, float), pad), len(W), stride)
    return np.einsum("mhwijk,ijkc->mhwc", patches, W) + b


def _stay(A_prev, W, b, stride, pad):
    """All places of the right number, but in steps of one pixel."""
    f = len(W)
    n_H, n_W = (_size(n, f, pad, stride) for n in A_prev.shape[1:3])
    return _conv(A_prev, W, b, 1, pad)[:, :n_H, :n_W]


# ---------------------------------------------------------------------- zero_pad


@wrong(
    "All four axes get a border: there are suddenly more examples and channels. Only "
    "rows and columns grow."
)
def zero_pad(X, pad):
    return np.pad(X, pad)


@wrong(
    "The channels get a border too. A border belongs to the picture's rows and columns."
)
def zero_pad(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (pad, pad)))


@wrong(
    "The border is on the wrong axes: axis 0 counts the examples. Rows and columns are "
    "the axes 1 and 2."
)
def zero_pad(X, pad):
    return np.pad(X, ((pad, pad), (pad, pad), (0, 0), (0, 0)))


@wrong("There is a border below and on the right only. All four sides get one.")
def zero_pad(X, pad):
    return np.pad(X, ((0, 0), (0, pad), (0, pad), (0, 0)))


@wrong(
    "The whole border of 2p is below and on the right: the shape is right, but the "
    "picture must lie in the middle."
)
def zero_pad(X, pad):
    return np.pad(X, ((0, 0), (0, 2 * pad), (0, 2 * pad), (0, 0)))


@wrong("The border is made of ones. It has to be neutral in a sum: zeros.")
def zero_pad(X, pad):
    sides = (pad, pad)
    return np.pad(X, ((0, 0), sides, sides, (0, 0)), constant_values=1)


@wrong("The border repeats the outermost pixels. That is another kind; ours is zero.")
def zero_pad(X, pad):
    sides = (pad, pad)
    return np.pad(X, ((0, 0), sides, sides, (0, 0)), mode="edge")


@wrong("The border holds the other end of the picture (wrapped round). Ours is zero.")
def zero_pad(X, pad):
    sides = (pad, pad)
    return np.pad(X, ((0, 0), sides, sides, (0, 0)), mode="wrap")


@wrong("Only the rows are padded: the columns (axis 2) get a border as well.")
def zero_pad(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (0, 0), (0, 0)))


@wrong("Only the columns are padded: the rows (axis 1) get a border as well.")
def zero_pad(X, pad):
    return np.pad(X, ((0, 0), (0, 0), (pad, pad), (0, 0)))


@wrong("The border is always 1 wide: use the argument pad.")
def zero_pad(X, pad):
    return np.pad(X, ((0, 0), (1, 1), (1, 1), (0, 0)))


@wrong(
    "With pad = 0 the slice [0:-0] is empty, so the picture finds no room. Write its "
    "end as pad + n_H."
)
def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    out = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C))
    out[:, pad:-pad, pad:-pad] = X
    return out


@wrong("The width is taken from the height: pictures need not be square.")
def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    out = np.zeros((m, n_H + 2 * pad, n_H + 2 * pad, n_C))
    out[:, pad : pad + n_H, pad : pad + n_W] = X
    return out


@wrong("shares memory with its argument `X`")
def zero_pad(X, pad):
    return _pad(X, pad) if pad else X


@wrong(NONE)
def zero_pad(X, pad):
    print(_pad(X, pad))


@right("zeros, and the picture put in the middle")
def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    out = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C), order="F")
    out[:, pad : pad + n_H, pad : pad + n_W, :] = X
    return out


@right("strips of zeros joined on, side by side")
def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    side = np.zeros((m, n_H, pad, n_C))
    X = np.concatenate([side, X, side], axis=2)
    strip = np.zeros((m, pad, n_W + 2 * pad, n_C))
    return np.concatenate([strip, X, strip], axis=1)


@right("picture by picture, channel by channel")
def zero_pad(X, pad):
    maps = [[np.pad(x[:, :, c], pad) for c in range(X.shape[3])] for x in X]
    return np.array(maps).transpose(0, 2, 3, 1)


# -------------------------------------------------------------- conv_output_size


@wrong(
    "The 1 stands inside the division: ⌊(n + 2p - f + 1) / s⌋. For s = 1 that is the "
    "same, for n = 7, f = 3, s = 2 it gives 2 instead of 3. The first place needs no "
    "step: add 1 after dividing."
)
def conv_output_size(n, f, pad, stride):
    if f > n + 2 * pad:
        raise ValueError("too large")
    return (n + 2 * pad - f + 1) // stride


@wrong("This is the number of steps. There is one place more than steps: + 1.")
def conv_output_size(n, f, pad, stride):
    if f > n + 2 * pad:
        raise ValueError("too large")
    return (n + 2 * pad - f) // stride


@wrong("The border counts once here. There is one on each side: 2p.")
def conv_output_size(n, f, pad, stride):
    if f > n + 2 * pad:
        raise ValueError("too large")
    return (n + pad - f) // stride + 1


@wrong("There is a minus where 1 is added: for 6 and 3 this gives 2, not 4.")
def conv_output_size(n, f, pad, stride):
    if f > n + 2 * pad:
        raise ValueError("too large")
    return (n + 2 * pad - f) // stride - 1


@wrong(
    "This is no whole number when the stride does not divide. A window that sticks out "
    "does not count: round down, with //."
)
def conv_output_size(n, f, pad, stride):
    if f > n + 2 * pad:
        raise ValueError("too large")
    return (n + 2 * pad - f) / stride + 1


@wrong(
    "This rounds to the nearest number. A window that sticks out does not count: down."
)
def conv_output_size(n, f, pad, stride):
    if f > n + 2 * pad:
        raise ValueError("too large")
    return round((n + 2 * pad - f) / stride) + 1


@wrong("This rounds up, so the last window sticks out of the picture. Round down.")
def conv_output_size(n, f, pad, stride):
    if f > n + 2 * pad:
        raise ValueError("too large")
    return -(-(n + 2 * pad - f) // stride) + 1


@wrong("The stride is not used: with s = 2 only every second place counts.")
def conv_output_size(n, f, pad, stride):
    return _size(n, f, pad, 1)


@wrong("The border is not used: the padded picture measures n + 2p.")
def conv_output_size(n, f, pad, stride):
    return _size(n, f, 0, stride)


@wrong(
    "A window larger than the padded picture fits nowhere. Raise a ValueError instead "
    "of a size that is 0 or negative."
)
def conv_output_size(n, f, pad, stride):
    return (n + 2 * pad - f) // stride + 1


@wrong("A stride that does not divide is no error: the pixels left over are not used.")
def conv_output_size(n, f, pad, stride):
    if f > n + 2 * pad or (n + 2 * pad - f) % stride:
        raise ValueError("it does not fit")
    return (n + 2 * pad - f) // stride + 1


@wrong("A window as large as the padded picture has one place: only larger ones fail.")
def conv_output_size(n, f, pad, stride):
    if f >= n + 2 * pad:
        raise ValueError("too large")
    return (n + 2 * pad - f) // stride + 1


@wrong("The stride divides n + 2p alone; it must divide n + 2p - f, the room to move.")
def conv_output_size(n, f, pad, stride):
    if f > n + 2 * pad:
        raise ValueError("too large")
    return (n + 2 * pad) // stride - f + 1


@wrong(
    "None comes back when the window is too large. Raise a ValueError: it cannot be "
    "missed."
)
def conv_output_size(n, f, pad, stride):
    return (n + 2 * pad - f) // stride + 1 if f <= n + 2 * pad else None


@wrong(NONE)
def conv_output_size(n, f, pad, stride):
    print(_size(n, f, pad, stride))


@right("counts the places one after the other")
def conv_output_size(n, f, pad, stride):
    count, start = 0, -pad
    while start + f <= n + pad:
        count, start = count + 1, start + stride
    if not count:
        raise ValueError("no place")
    return count


@right("the length of a range")
def conv_output_size(n, f, pad, stride):
    places = range(0, n + 2 * pad - f + 1, stride)
    if len(places) == 0:
        raise ValueError("no place")
    return len(places)


@right("np.floor, a whole float")
def conv_output_size(n, f, pad, stride):
    size = np.floor((n + 2 * pad - f) / stride + 1)
    if n + 2 * pad < f:
        raise ValueError("no place")
    return int(size)


@right("rounding up with the 1 inside")
def conv_output_size(n, f, pad, stride):
    if n + 2 * pad < f:
        raise ValueError("no place")
    return -(-(n + 2 * pad - f + 1) // stride)


# ---------------------------------------------------------------------- convolve


def _slide(image, kernel, stride, pad):
    """One map as it should be."""
    return _conv(image[None, :, :, None], kernel[:, :, None, None], 0, stride, pad)[
        0, :, :, 0
    ]


def _each(image, kernel, stride, pad, value):
    """A value of each window."""
    patches = _patches(np.pad(image, pad)[None, :, :, None], len(kernel), stride)
    patches = patches[0, ..., 0]
    places = np.ndindex(patches.shape[:2])
    found = [value(patches[place]) for place in places]
    return np.array(found, float).reshape(patches.shape[:2])


@wrong(
    "The filter is flipped before it slides: that is the convolution of mathematics. "
    "Ours takes window and filter as they lie, cell on cell."
)
def convolve(image, kernel, stride, pad):
    return _slide(image, kernel[::-1, ::-1], stride, pad)


@wrong(
    "The filter is transposed: it finds the horizontal edges where it should find the "
    "vertical ones."
)
def convolve(image, kernel, stride, pad):
    return _slide(image, kernel.T, stride, pad)


@wrong(
    "The windows lie side by side in steps of 1; only the number of outputs uses the "
    "stride. Output (h, w) begins at row h s and column w s."
)
def convolve(image, kernel, stride, pad):
    f = len(kernel)
    n_H, n_W = (_size(n, f, pad, stride) for n in image.shape)
    return _slide(image, kernel, 1, pad)[:n_H, :n_W]


@wrong("The stride is not used at all: every place is computed.")
def convolve(image, kernel, stride, pad):
    return _slide(image, kernel, 1, pad)


@wrong("The stride is used downwards only: columns go in steps of s as well.")
def convolve(image, kernel, stride, pad):
    return _slide(image, kernel, 1, pad)[::stride]


@wrong("The border is not added: pad the picture first.")
def convolve(image, kernel, stride, pad):
    return _slide(image, kernel, stride, 0)


@wrong(
    "The border of zeros lies round the result instead of round the picture. The shape "
    "is the same; the sums at the border are not."
)
def convolve(image, kernel, stride, pad):
    return np.pad(_slide(image, kernel, 1, 0), pad)[::stride, ::stride]


@wrong("This is the mean of the products. Add them up, without dividing.")
def convolve(image, kernel, stride, pad):
    return _slide(image, kernel, stride, pad) / kernel.size


@wrong("The signs are gone. From bright to dark is plus, from dark to bright is minus.")
def convolve(image, kernel, stride, pad):
    return np.abs(_slide(image, kernel, stride, pad))


@wrong("Negative sums became 0. No activation here: a negative sum is an edge as well.")
def convolve(image, kernel, stride, pad):
    return np.maximum(_slide(image, kernel, stride, pad), 0)


@wrong("`@` is the matrix product. Here cell meets cell: multiply with *, then sum.")
def convolve(image, kernel, stride, pad):
    return _each(image, kernel, stride, pad, lambda window: np.sum(window @ kernel))


@wrong("This takes the largest product of a window. All of them are added up.")
def convolve(image, kernel, stride, pad):
    return _each(image, kernel, stride, pad, lambda window: np.max(window * kernel))


@wrong("Rows and columns of the result are exchanged.")
def convolve(image, kernel, stride, pad):
    return _slide(image, kernel, stride, pad).T


@wrong("The last row and column are missing: n - f places instead of n - f + 1.")
def convolve(image, kernel, stride, pad):
    return _slide(image, kernel, stride, pad)[:-1, :-1]


@wrong(
    "The width is taken from the height: a picture need not be square, so reckon both "
    "sizes."
)
def convolve(image, kernel, stride, pad):
    side = _size(len(image), len(kernel), pad, stride)
    out = np.zeros((side, side))
    whole = _slide(image, kernel, stride, pad)
    for h in range(side):
        for w in range(side):
            out[h, w] = whole[h, w]
    return out


@wrong(
    "The result keeps the size of the picture, with zeros at the end. It has as many "
    "places as `conv_output_size` says."
)
def convolve(image, kernel, stride, pad):
    found = _slide(image, kernel, stride, pad)
    out = np.zeros(np.maximum(image.shape, found.shape))
    out[: len(found), : found.shape[1]] = found
    return out


@wrong(NONE)
def convolve(image, kernel, stride, pad):
    print(_slide(image, kernel, stride, pad))


@right("one shifted picture for each cell of the filter")
def convolve(image, kernel, stride, pad):
    f = len(kernel)
    n_H, n_W = (_size(n, f, pad, stride) for n in image.shape)
    padded, out = np.pad(image, pad), np.zeros((n_H, n_W), order="F")
    for i in range(f):
        for j in range(f):
            part = padded[i : i + stride * n_H : stride, j : j + stride * n_W : stride]
            out += kernel[i, j] * part
    return out


@right("a view of all windows and einsum")
def convolve(image, kernel, stride, pad):
    view = np.lib.stride_tricks.sliding_window_view
    windows = view(np.pad(image, pad), kernel.shape)[::stride, ::stride]
    return np.einsum("hwij,ij->hw", windows, kernel)


@right("four loops and plain numbers")
def convolve(image, kernel, stride, pad):
    f, padded = len(kernel), np.pad(image, pad)
    rows = range(0, len(padded) - f + 1, stride)
    columns = range(0, padded.shape[1] - f + 1, stride)
    cells = [(i, j) for i in range(f) for j in range(f)]
    return np.array(
        [
            [
                sum(padded[h + i, w + j] * kernel[i, j] for i, j in cells)
                for w in columns
            ]
            for h in rows
        ]
    )


@right("all places, of which every s-th is kept; single precision")
def convolve(image, kernel, stride, pad):
    whole = _slide(image, kernel, 1, pad)
    return whole[::stride, ::stride].astype(np.float32)


# ------------------------------------------------------------------ conv_forward


@wrong("The bias is missing: each filter adds its own number to its whole map.")
def conv_forward(A_prev, W, b, stride, pad):
    return _conv(A_prev, W, 0, stride, pad), (A_prev, W, b, stride, pad)


@wrong(
    "The bias is added to every product, so it counts f f n_C_prev times. It comes "
    "once, after the sum."
)
def conv_forward(A_prev, W, b, stride, pad):
    Z = _conv(A_prev, W, W[..., 0].size * b, stride, pad)
    return Z, (A_prev, W, b, stride, pad)


@wrong("All maps get the bias of the first filter: use b[0, 0, 0, c].")
def conv_forward(A_prev, W, b, stride, pad):
    Z = _conv(A_prev, W, b[..., :1], stride, pad)
    return Z, (A_prev, W, b, stride, pad)


@wrong("A ReLU is in here. This function gives Z; the activation is a step of its own.")
def conv_forward(A_prev, W, b, stride, pad):
    Z = np.maximum(_conv(A_prev, W, b, stride, pad), 0)
    return Z, (A_prev, W, b, stride, pad)


@wrong(
    "Only the first channel is seen. A filter has f f n_C_prev numbers, and the sum "
    "goes over all channels."
)
def conv_forward(A_prev, W, b, stride, pad):
    Z = _conv(A_prev[..., :1], W[:, :, :1], b, stride, pad)
    return Z, (A_prev, W, b, stride, pad)


@wrong("The filters are flipped before they slide. Ours stay as they are.")
def conv_forward(A_prev, W, b, stride, pad):
    Z = _conv(A_prev, W[::-1, ::-1], b, stride, pad)
    return Z, (A_prev, W, b, stride, pad)


@wrong(
    "Rows and columns of the filters are exchanged: W has axes (f, f, n_C_prev, n_C)."
)
def conv_forward(A_prev, W, b, stride, pad):
    Z = _conv(A_prev, W.transpose(1, 0, 2, 3), b, stride, pad)
    return Z, (A_prev, W, b, stride, pad)


@wrong(
    "The windows move in steps of 1; only their number uses the stride. Window (h, w) "
    "begins at row h s, column w s."
)
def conv_forward(A_prev, W, b, stride, pad):
    return _stay(A_prev, W, b, stride, pad), (A_prev, W, b, stride, pad)


@wrong("The border is not added: pad A_prev before the windows slide.")
def conv_forward(A_prev, W, b, stride, pad):
    return _conv(A_prev, W, b, stride, 0), (A_prev, W, b, stride, pad)


@wrong(
    "The cache holds the padded input. Keep A_prev itself: `conv_backward` makes the "
    "border again, and gives slopes without it."
)
def conv_forward(A_prev, W, b, stride, pad):
    Z = _conv(A_prev, W, b, stride, pad)
    return Z, (_pad(A_prev, pad), W, b, stride, pad)


@wrong("Stride and pad are missing in the cache. The way back needs both.")
def conv_forward(A_prev, W, b, stride, pad):
    return _conv(A_prev, W, b, stride, pad), (A_prev, W, b)


@wrong(
    "Pad comes before stride in this cache: the order is (A_prev, W, b, stride, pad)."
)
def conv_forward(A_prev, W, b, stride, pad):
    return _conv(A_prev, W, b, stride, pad), (A_prev, W, b, pad, stride)


@wrong("Only Z comes back. Return the cache as well: Z, cache.")
def conv_forward(A_prev, W, b, stride, pad):
    return _conv(A_prev, W, b, stride, pad)


@wrong("Every map is that of filter 0: use W[:, :, :, c] for map c.")
def conv_forward(A_prev, W, b, stride, pad):
    same = np.repeat(W[..., :1], W.shape[3], axis=3)
    return _conv(A_prev, same, b, stride, pad), (A_prev, W, b, stride, pad)


@wrong(
    "All examples are added up in each window: one example at a time, padded[i, ...]."
)
def conv_forward(A_prev, W, b, stride, pad):
    total = np.repeat(A_prev.sum(axis=0, keepdims=True), len(A_prev), axis=0)
    return _conv(total, W, b, stride, pad), (A_prev, W, b, stride, pad)


@wrong("This is the mean of the products, plus b. Add the products up.")
def conv_forward(A_prev, W, b, stride, pad):
    Z = _conv(A_prev, W / W[..., 0].size, b, stride, pad)
    return Z, (A_prev, W, b, stride, pad)


@wrong(NONE)
def conv_forward(A_prev, W, b, stride, pad):
    print(_conv(A_prev, W, b, stride, pad))


@right("einsum over a view of the windows")
def conv_forward(A_prev, W, b, stride, pad):
    return _conv(A_prev, W, b, stride, pad), [A_prev, W, b, stride, pad]


@right("loops over places; all examples and filters at once")
def conv_forward(A_prev, W, b, stride, pad):
    f, padded = W.shape[0], _pad(A_prev, pad)
    n_H, n_W = (_size(n, f, pad, stride) for n in A_prev.shape[1:3])
    Z = np.empty((len(A_prev), n_H, n_W, W.shape[3]), order="F")
    for h in range(n_H):
        for w in range(n_W):
            window = padded[:, h * stride : h * stride + f, w * stride : w * stride + f]
            Z[:, h, w] = np.tensordot(window, W, axes=3) + b[0, 0]
    return Z, (A_prev, W, b, stride, pad)


@right("one shifted product for each place in the filter")
def conv_forward(A_prev, W, b, stride, pad):
    f, padded = W.shape[0], _pad(A_prev, pad)
    n_H, n_W = (_size(n, f, pad, stride) for n in A_prev.shape[1:3])
    Z = np.zeros((len(A_prev), n_H, n_W, W.shape[3])) + b
    for i in range(f):
        for j in range(f):
            rows = slice(i, i + stride * n_H, stride)
            Z += padded[:, rows, j : j + stride * n_W : stride] @ W[i, j]
    return Z, (A_prev, W, b, stride, pad)


@right("the sum of one-channel maps, in single precision")
def conv_forward(A_prev, W, b, stride, pad):
    maps = [
        [
            sum(
                _slide(image[:, :, k], W[:, :, k, c], stride, pad)
                for k in range(W.shape[2])
            )
            for c in range(W.shape[3])
        ]
        for image in A_prev
    ]
    Z = np.moveaxis(np.array(maps), 1, 3) + b
    return Z.astype(np.float32), (A_prev, W, b, stride, pad)


# --------------------------------------------------------- count_conv_parameters


@wrong(
    "The channels are missing: this is right for a grey picture only. A filter has "
    "f f n_C_prev weights, so 5 × 5 on colours has 76 numbers, not 26."
)
def count_conv_parameters(f, n_C_prev, n_C):
    return (f * f + 1) * n_C


@wrong("The biases are missing: one for each filter.")
def count_conv_parameters(f, n_C_prev, n_C):
    return f * f * n_C_prev * n_C


@wrong("There is one bias for the whole layer here. Each filter has its own.")
def count_conv_parameters(f, n_C_prev, n_C):
    return f * f * n_C_prev * n_C + 1


@wrong("There is a bias for each channel of each filter here. A filter has only one.")
def count_conv_parameters(f, n_C_prev, n_C):
    return (f * f + 1) * n_C_prev * n_C


@wrong("There is a bias for each weight here: one for each filter is enough.")
def count_conv_parameters(f, n_C_prev, n_C):
    return 2 * f * f * n_C_prev * n_C


@wrong("f counts once. A window has f rows and f columns.")
def count_conv_parameters(f, n_C_prev, n_C):
    return (f * n_C_prev + 1) * n_C


@wrong("These are the numbers of one filter. There are n_C of them.")
def count_conv_parameters(f, n_C_prev, n_C):
    return f * f * n_C_prev + 1


@wrong("Only the biases are multiplied by n_C. The weights of all filters count.")
def count_conv_parameters(f, n_C_prev, n_C):
    return f * f * n_C_prev + n_C


@wrong("f + f is the window's half perimeter. Its cells are f times f.")
def count_conv_parameters(f, n_C_prev, n_C):
    return ((f + f) * n_C_prev + 1) * n_C


@wrong("Channels in and out have changed places: a filter is f × f × n_C_prev.")
def count_conv_parameters(f, n_C_prev, n_C):
    return (f * f * n_C + 1) * n_C_prev


@wrong(NONE)
def count_conv_parameters(f, n_C_prev, n_C):
    print((f * f * n_C_prev + 1) * n_C)


@right("the sizes of W and b")
def count_conv_parameters(f, n_C_prev, n_C):
    return int(np.prod((f, f, n_C_prev, n_C))) + n_C


@right("filter by filter")
def count_conv_parameters(f, n_C_prev, n_C):
    return sum(f**2 * n_C_prev + 1 for _ in range(n_C))


@right("a whole number as a float")
def count_conv_parameters(f, n_C_prev, n_C):
    return float(n_C + n_C * n_C_prev * f**2)


# ----------------------------------------------------------------- conv_backward


def _back(dZ, cache, *, add=True, flip=False, step=None, filters=None):
    """Slopes by shifted sums: (d_padded, dW, db)."""
    A_prev, W, b, stride, pad = cache
    f, padded = len(W), _pad(np.asarray(A_prev, float), pad)
    step = step or stride
    d_padded, dW = np.zeros(padded.shape), np.zeros(W.shape)
    K = W[::-1, ::-1] if flip else W
    for i, h, w in np.ndindex(dZ.shape[:3]):
        rows, columns = np.s_[h * step : h * step + f], np.s_[w * step : w * step + f]
        part = K[..., :filters] @ dZ[i, h, w, :filters]
        if add:
            d_padded[i, rows, columns] += part
        else:
            d_padded[i, rows, columns] = part
        dW += np.multiply.outer(padded[i, rows, columns], dZ[i, h, w])
    return d_padded, dW, dZ.sum(axis=(0, 1, 2), keepdims=True)


def _cut(d_padded, cache):
    pad, (n_H, n_W) = cache[4], cache[0].shape[1:3]
    return d_padded[:, pad : pad + n_H, pad : pad + n_W]


@wrong(
    "A pixel lies in many windows, and each new window overwrites what the others "
    "gave. Add up with +=."
)
def conv_backward(dZ, cache):
    d_padded, dW, db = _back(dZ, cache, add=False)
    return _cut(d_padded, cache), dW, db


@wrong("All slopes are divided by m. The 1/m of the cost is in dZ already.")
def conv_backward(dZ, cache):
    d_padded, dW, db = _back(dZ, cache)
    m = len(dZ)
    return _cut(d_padded, cache) / m, dW / m, db / m


@wrong(
    "dW and db are divided by m. In this layer the 1/m of the cost is in dZ already: "
    "only sums are left."
)
def conv_backward(dZ, cache):
    d_padded, dW, db = _back(dZ, cache)
    return _cut(d_padded, cache), dW / len(dZ), db / len(dZ)


@wrong(
    "dA_prev still has its border. Zeros that were added have no slope: cut them off."
)
def conv_backward(dZ, cache):
    return _back(dZ, cache)


@wrong(
    "The border is cut with [pad:-pad], and [0:-0] is empty. Write the end as "
    "pad + n_H_prev."
)
def conv_backward(dZ, cache):
    d_padded, dW, db = _back(dZ, cache)
    pad = cache[4]
    return d_padded[:, pad:-pad, pad:-pad], dW, db


@wrong("The border is cut on one side only: n_H_prev rows beginning at row pad.")
def conv_backward(dZ, cache):
    d_padded, dW, db = _back(dZ, cache)
    n_H, n_W = cache[0].shape[1:3]
    return d_padded[:, :n_H, :n_W], dW, db


@wrong("db is a mean over the places. b moves every place of its map: the sum.")
def conv_backward(dZ, cache):
    d_padded, dW, db = _back(dZ, cache)
    return _cut(d_padded, cache), dW, dZ.mean(axis=(0, 1, 2), keepdims=True)


@wrong("db has lost three axes. It has the shape of b, (1, 1, 1, n_C).")
def conv_backward(dZ, cache):
    d_padded, dW, db = _back(dZ, cache)
    return _cut(d_padded, cache), dW, db.ravel()


@wrong("db adds up all filters. Each filter has its own map and its own b.")
def conv_backward(dZ, cache):
    d_padded, dW, db = _back(dZ, cache)
    return _cut(d_padded, cache), dW, np.full(db.shape, dZ.sum())


@wrong("dW is flipped in both axes. Pixel (i, j) of a window met weight (i, j).")
def conv_backward(dZ, cache):
    d_padded, dW, db = _back(dZ, cache)
    return _cut(d_padded, cache), dW[::-1, ::-1], db


@wrong(
    "dA_prev is made with flipped filters. Window by window nothing is flipped: weight "
    "(i, j) goes back to pixel (i, j)."
)
def conv_backward(dZ, cache):
    d_padded, dW, db = _back(dZ, cache, flip=True)
    return _cut(d_padded, cache), dW, db


@wrong("The windows move in steps of 1 on the way back: use the stride, as forward.")
def conv_backward(dZ, cache):
    d_padded, dW, db = _back(dZ, cache, step=1)
    return _cut(d_padded, cache), dW, db


@wrong(
    "dA_prev has only what filter 0 gives. Every filter saw the pixel: add all of them."
)
def conv_backward(dZ, cache):
    d_padded, dW, db = _back(dZ, cache, filters=1)
    return _cut(d_padded, cache), dW, db


@wrong("dW comes from the first example only: all of them are added up.")
def conv_backward(dZ, cache):
    d_padded, _, db = _back(dZ, cache)
    dW = _back(dZ[:1], (cache[0][:1], *cache[1:]))[1]
    return _cut(d_padded, cache), dW, db


@wrong(
    "Negative slopes are set to 0, as by a ReLU. There is none in this layer: its mask "
    "comes before, where dZ is made."
)
def conv_backward(dZ, cache):
    d_padded, dW, db = _back(np.maximum(dZ, 0), cache)
    return _cut(d_padded, cache), dW, db


@wrong("The order of the results is dA_prev, dW, db.")
def conv_backward(dZ, cache):
    d_padded, dW, db = _back(dZ, cache)
    return dW, db, _cut(d_padded, cache)


@wrong("Two slopes come back where three are wanted: dA_prev, dW and db.")
def conv_backward(dZ, cache):
    d_padded, dW, db = _back(dZ, cache)
    return _cut(d_padded, cache), dW


@wrong(NONE)
def conv_backward(dZ, cache):
    print(_back(dZ, cache))


@right("all filters and channels at once")
def conv_backward(dZ, cache):
    d_padded, dW, db = _back(dZ, cache)
    return _cut(d_padded, cache), dW, db


@right("a loop over the places in the filter only")
def conv_backward(dZ, cache):
    A_prev, W, b, stride, pad = cache
    padded = _pad(A_prev, pad)
    d_padded, dW = np.zeros(padded.shape), np.zeros(W.shape, order="F")
    n_H, n_W = dZ.shape[1:3]
    for i in range(len(W)):
        for j in range(len(W)):
            rows = slice(i, i + stride * n_H, stride)
            columns = slice(j, j + stride * n_W, stride)
            d_padded[:, rows, columns] += dZ @ W[i, j].T
            dW[i, j] = np.tensordot(padded[:, rows, columns], dZ, axes=((0, 1, 2),) * 2)
    return _cut(d_padded, cache), dW, np.einsum("mhwc->c", dZ).reshape(b.shape)


@right("einsum for dW, a list of results, single precision for db")
def conv_backward(dZ, cache):
    A_prev, W, b, stride, pad = cache
    patches = _patches(_pad(A_prev, pad), len(W), stride)
    dW = np.einsum("mhwijk,mhwc->ijkc", patches, dZ)
    d_padded = _back(dZ, cache)[0]
    return [_cut(d_padded, cache), dW, dZ.sum((0, 1, 2)).reshape(1, 1, 1, -1)]


@right("every slope on its own, five loops")
def conv_backward(dZ, cache):
    A_prev, W, b, stride, pad = cache
    f, n_C_prev = W.shape[0], W.shape[2]
    dA_prev, dW, db = np.zeros(A_prev.shape), np.zeros(W.shape), np.zeros(b.shape)
    n_H, n_W = A_prev.shape[1:3]
    for m, h, w in np.ndindex(dZ.shape[:3]):
        db[0, 0, 0] += dZ[m, h, w]
        for i, j in np.ndindex(f, f):
            y, x = h * stride + i - pad, w * stride + j - pad
            if 0 <= y < n_H and 0 <= x < n_W:
                dA_prev[m, y, x] += W[i, j] @ dZ[m, h, w]
                dW[i, j] += np.outer(A_prev[m, y, x], dZ[m, h, w])
    return dA_prev, dW, db


# ------------------------------------------------------------------ pool_forward


def _pool(A_prev, f, stride, value):
    """Axes (f, f) of all windows brought to one number by value(windows, axis)."""
    return value(_patches(np.asarray(A_prev, float), f, stride), (3, 4))


def _max(windows, axis):
    return windows.max(axis=axis)


def _mean(windows, axis):
    return windows.mean(axis=axis)


def _value(mode):
    return _max if mode == "max" else _mean


@wrong("Maximum and mean have changed places: look at the argument mode.")
def pool_forward(A_prev, f, stride, mode):
    A = _pool(A_prev, f, stride, _mean if mode == "max" else _max)
    return A, (A_prev, f, stride, mode)


@wrong("Both modes give the maximum: with mode = 'average' the mean is wanted.")
def pool_forward(A_prev, f, stride, mode):
    return _pool(A_prev, f, stride, _max), (A_prev, f, stride, mode)


@wrong("Both modes give the mean: with mode = 'max' the largest value is wanted.")
def pool_forward(A_prev, f, stride, mode):
    return _pool(A_prev, f, stride, _mean), (A_prev, f, stride, mode)


@wrong("The channels meet in the window. Pooling keeps them apart: n_C in, n_C out.")
def pool_forward(A_prev, f, stride, mode):
    A = _pool(A_prev, f, stride, lambda w, axis: _value(mode)(w, (3, 4, 5)))
    A = np.repeat(A[..., None], A_prev.shape[3], axis=3)
    return A, (A_prev, f, stride, mode)


@wrong("The windows move by their own size f. They move by the stride.")
def pool_forward(A_prev, f, stride, mode):
    return _pool(A_prev, f, f, _value(mode)), (A_prev, f, stride, mode)


@wrong("The windows move in steps of 1; only their number uses the stride.")
def pool_forward(A_prev, f, stride, mode):
    n_H, n_W = (_size(n, f, 0, stride) for n in A_prev.shape[1:3])
    A = _pool(A_prev, f, 1, _value(mode))[:, :n_H, :n_W]
    return A, (A_prev, f, stride, mode)


@wrong("The search for the largest begins at 0, so a window below 0 gives 0.")
def pool_forward(A_prev, f, stride, mode):
    A = _pool(A_prev, f, stride, _value(mode))
    A = np.maximum(A, 0) if mode == "max" else A
    return A, (A_prev, f, stride, mode)


@wrong("This takes the largest size without its sign. -9 is smaller than 1.")
def pool_forward(A_prev, f, stride, mode):
    A = _pool(np.abs(A_prev) if mode == "max" else A_prev, f, stride, _value(mode))
    return A, (A_prev, f, stride, mode)


@wrong("With 'average' this is the sum of the window: divide by its f f cells.")
def pool_forward(A_prev, f, stride, mode):
    value = _max if mode == "max" else (lambda w, axis: w.sum(axis=axis))
    return _pool(A_prev, f, stride, value), (A_prev, f, stride, mode)


@wrong("With 'average' the sum is divided by f. A window has f f cells.")
def pool_forward(A_prev, f, stride, mode):
    value = _max if mode == "max" else (lambda w, axis: w.sum(axis=axis) / f)
    return _pool(A_prev, f, stride, value), (A_prev, f, stride, mode)


@wrong("With 'max' this takes the smallest value of each window.")
def pool_forward(A_prev, f, stride, mode):
    value = _mean if mode == "average" else (lambda w, axis: w.min(axis=axis))
    return _pool(A_prev, f, stride, value), (A_prev, f, stride, mode)


@wrong("With 'average' this is the median. Add up and divide by f f.")
def pool_forward(A_prev, f, stride, mode):
    value = _max if mode == "max" else (lambda w, axis: np.median(w, axis=axis))
    return _pool(A_prev, f, stride, value), (A_prev, f, stride, mode)


@wrong(
    "The size is ⌊(n - f + 1) / s⌋ here, which loses the last window when s > 1. It is "
    "⌊(n - f) / s⌋ + 1, as for a convolution."
)
def pool_forward(A_prev, f, stride, mode):
    n_H, n_W = ((n - f + 1) // stride for n in A_prev.shape[1:3])
    A = _pool(A_prev, f, stride, _value(mode))[:, :n_H, :n_W]
    return A, (A_prev, f, stride, mode)


@wrong(
    "A window that sticks out is counted too. It must lie wholly inside: round "
    "the size down."
)
def pool_forward(A_prev, f, stride, mode):
    ends = [-(n - f) % stride for n in A_prev.shape[1:3]]
    borders = ((0, 0), (0, ends[0]), (0, ends[1]), (0, 0))
    A = _pool(np.pad(A_prev, borders, mode="edge"), f, stride, _value(mode))
    return A, (A_prev, f, stride, mode)


@wrong("The mode is missing in the cache. The way back needs it.")
def pool_forward(A_prev, f, stride, mode):
    return _pool(A_prev, f, stride, _value(mode)), (A_prev, f, stride)


@wrong("The cache holds the result. Keep A_prev: it shows where the largest value was.")
def pool_forward(A_prev, f, stride, mode):
    A = _pool(A_prev, f, stride, _value(mode))
    return A, (A.copy(), f, stride, mode)


@wrong("Only A comes back. Return the cache as well: A, cache.")
def pool_forward(A_prev, f, stride, mode):
    return _pool(A_prev, f, stride, _value(mode))


@wrong(NONE)
def pool_forward(A_prev, f, stride, mode):
    print(_pool(A_prev, f, stride, _value(mode)))


@right("a view of all windows")
def pool_forward(A_prev, f, stride, mode):
    view = np.lib.stride_tricks.sliding_window_view
    windows = view(A_prev, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    A = windows.max(axis=(4, 5)) if mode == "max" else windows.mean(axis=(4, 5))
    return A, (A_prev, f, stride, mode)


@right("one number after the other, four loops")
def pool_forward(A_prev, f, stride, mode):
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    A = np.empty((m, n_H, n_W, n_C), order="F")
    for i, h, w, c in np.ndindex(A.shape):
        top, left = h * stride, w * stride
        window = A_prev[i, top : top + f, left : left + f, c]
        A[i, h, w, c] = window.max() if mode == "max" else window.sum() / f**2
    return A, [A_prev, f, stride, mode]


@right("running maximum or sum over shifted maps, single precision")
def pool_forward(A_prev, f, stride, mode):
    n_H, n_W = (_size(n, f, 0, stride) for n in A_prev.shape[1:3])
    parts = [
        A_prev[:, i : i + stride * n_H : stride, j : j + stride * n_W : stride]
        for i in range(f)
        for j in range(f)
    ]
    A = np.maximum.reduce(parts) if mode == "max" else sum(parts) / f**2
    return A.astype(np.float32), (A_prev, f, stride, mode)


# ----------------------------------------------------------------- pool_backward


def _place(window):
    """1 at the first largest entry, 0 elsewhere."""
    mask = np.zeros(window.size)
    mask[np.argmax(window)] = 1
    return mask.reshape(window.shape)


def _unpool(dA, cache, share, step=None):
    """Slopes of every window added up; share(window, mode) is what each entry gets."""
    A_prev, f, stride, mode = cache
    step, dA_prev = step or stride, np.zeros(A_prev.shape)
    for i, h, w, c in np.ndindex(dA.shape):
        place = np.s_[i, h * step : h * step + f, w * step : w * step + f, c]
        dA_prev[place] += share(A_prev[place], mode) * dA[i, h, w, c]
    return dA_prev


def _share(window, mode):
    if mode == "max":
        return _place(window)
    return np.full(window.shape, 1 / window.size)


@wrong(
    "Where windows overlap, the later one overwrites what the earlier one gave. With "
    "f = s nothing overlaps, so nobody noticed: add up with +=.",
    shown=True,
)
def pool_backward(dA, cache):
    A_prev, f, stride, mode = cache
    dA_prev = np.zeros(A_prev.shape)
    m, n_H, n_W, n_C = dA.shape
    for i, h, w, c in np.ndindex(m, n_H, n_W, n_C):
        rows = slice(h * stride, h * stride + f)
        columns = slice(w * stride, w * stride + f)
        window = A_prev[i, rows, columns, c]  # (f, f)
        if mode == "max":
            share = np.zeros((f, f))
            share[np.unravel_index(np.argmax(window), (f, f))] = 1
        else:
            share = np.ones((f, f)) / (f * f)
        dA_prev[i, rows, columns, c] = share * dA[i, h, w, c]
    return dA_prev


@wrong(
    "Of several largest entries all get the whole slope, so more comes out than went "
    "in. The first one gets it."
)
def pool_backward(dA, cache):
    def share(window, mode):
        return window == window.max() if mode == "max" else _share(window, mode)

    return _unpool(dA, cache, share)


@wrong(
    "Of several largest entries each gets an equal part. Here the first gets it all."
)
def pool_backward(dA, cache):
    def share(window, mode):
        mask = window == window.max()
        return mask / mask.sum() if mode == "max" else _share(window, mode)

    return _unpool(dA, cache, share)


@wrong("Of several largest entries the last one gets the slope. The first one should.")
def pool_backward(dA, cache):
    def share(window, mode):
        last = _place(window[::-1, ::-1])[::-1, ::-1]
        return last if mode == "max" else _share(window, mode)

    return _unpool(dA, cache, share)


@wrong("With 'average' every entry gets the whole slope. Each moves the mean by 1/f².")
def pool_backward(dA, cache):
    def share(window, mode):
        return _place(window) if mode == "max" else np.ones(window.shape)

    return _unpool(dA, cache, share)


@wrong("With 'average' the slope is divided by f. A window has f f entries.")
def pool_backward(dA, cache):
    def share(window, mode):
        return (
            _place(window) if mode == "max" else np.full(window.shape, 1 / len(window))
        )

    return _unpool(dA, cache, share)


@wrong(
    "Both modes spread the slope evenly. A maximum moves with its largest entry only."
)
def pool_backward(dA, cache):
    return _unpool(dA, cache, lambda window, mode: _share(window, "average"))


@wrong("Both modes send the slope to the largest entry. A mean moves with every entry.")
def pool_backward(dA, cache):
    return _unpool(dA, cache, lambda window, mode: _place(window))


@wrong("With 'max' the slope goes to the smallest entry of the window.")
def pool_backward(dA, cache):
    def share(window, mode):
        return _place(-window) if mode == "max" else _share(window, mode)

    return _unpool(dA, cache, share)


@wrong(
    "The slope is multiplied by the largest value itself. The maximum moves as fast as "
    "its entry: the factor is 1."
)
def pool_backward(dA, cache):
    def share(window, mode):
        return _share(window, mode) * (window if mode == "max" else 1)

    return _unpool(dA, cache, share)


@wrong("The windows move in steps of 1 on the way back: use the stride, as forward.")
def pool_backward(dA, cache):
    return _unpool(dA, cache, _share, step=1)


@wrong(
    "The place of the largest entry is looked up in channel 0 for all channels. Each "
    "channel has its own."
)
def pool_backward(dA, cache):
    A_prev, f, stride, mode = cache
    same = np.repeat(A_prev[..., :1], A_prev.shape[3], axis=3)
    return _unpool(dA, (same, f, stride, mode), _share)


@wrong("The result is divided by m. The 1/m of the cost is in dA already.")
def pool_backward(dA, cache):
    return _unpool(dA, cache, _share) / len(dA)


@wrong("The result has the shape of dA. A slope has the shape of its variable: A_prev.")
def pool_backward(dA, cache):
    return dA.copy()


@wrong(
    "This looks for the largest entry of the whole map. Every window has its own "
    "largest entry."
)
def pool_backward(dA, cache):
    top = cache[0].max()

    def share(window, mode):
        return window == top if mode == "max" else _share(window, mode)

    return _unpool(dA, cache, share)


@wrong(NONE)
def pool_backward(dA, cache):
    print(_unpool(dA, cache, _share))


@right("window by window")
def pool_backward(dA, cache):
    return _unpool(dA, cache, _share)


@right("all examples and channels at once, Fortran order")
def pool_backward(dA, cache):
    A_prev, f, stride, mode = cache
    dA_prev = np.zeros(A_prev.shape, order="F")
    m, n_H, n_W, n_C = dA.shape
    for h in range(n_H):
        for w in range(n_W):
            place = np.s_[:, h * stride : h * stride + f, w * stride : w * stride + f]
            flat = A_prev[place].reshape(m, f * f, n_C)
            if mode == "max":
                share = np.arange(f * f)[:, None] == flat.argmax(axis=1)[:, None]
            else:
                share = np.full(flat.shape, f**-2.0)
            part = share * dA[:, h, w][:, None]
            dA_prev[place] += part.reshape(m, f, f, n_C)
    return dA_prev


@right("one entry of the window after the other, by hand; single precision")
def pool_backward(dA, cache):
    A_prev, f, stride, mode = cache
    dA_prev = np.zeros(A_prev.shape, dtype=np.float32)
    for i, h, w, c in np.ndindex(dA.shape):
        y, x = h * stride, w * stride
        cells = [(y + j, x + k) for j in range(f) for k in range(f)]
        if mode == "max":
            best = max(cells, key=lambda cell: A_prev[i, cell[0], cell[1], c])
            dA_prev[i, best[0], best[1], c] += dA[i, h, w, c]
        else:
            for row, column in cells:
                dA_prev[i, row, column, c] += dA[i, h, w, c] / len(cells)
    return dA_prev


# ------------------------------------------------------------------------ im2col


def _rows(patches):
    m, n_H, n_W, f, _, n_C = patches.shape
    return patches.reshape(m * n_H * n_W, f * f * n_C)


@wrong("The matrix is transposed: every window is a row here, not a column.")
def im2col(X, f, stride):
    return _rows(_patches(X, f, stride)).T


@wrong(
    "Inside a row the channel comes first. The order is that of window.reshape(-1): "
    "row, column, channel."
)
def im2col(X, f, stride):
    patches = np.moveaxis(_patches(X, f, stride), 5, 3)
    return patches.reshape(-1, f * f * X.shape[3])


@wrong(
    "Inside a row the window is read column by column. The order is row, column, "
    "channel."
)
def im2col(X, f, stride):
    return _rows(_patches(X, f, stride).transpose(0, 1, 2, 4, 3, 5))


@wrong("The windows follow each other down the columns. Their order is row by row.")
def im2col(X, f, stride):
    return _rows(_patches(X, f, stride).transpose(0, 2, 1, 3, 4, 5))


@wrong(
    "The first windows of all examples come first. All windows of one example belong "
    "together: the example is the slowest axis."
)
def im2col(X, f, stride):
    return _rows(_patches(X, f, stride).transpose(1, 2, 0, 3, 4, 5))


@wrong("The stride is not used: there is a row for every place.")
def im2col(X, f, stride):
    return _rows(_patches(X, f, 1))


@wrong(
    "The windows lie side by side without overlap: they move by the stride, not by f."
)
def im2col(X, f, stride):
    return _rows(_patches(X, f, f))


@wrong("The windows move in steps of 1; only their number uses the stride.")
def im2col(X, f, stride):
    n_H, n_W = (_size(n, f, 0, stride) for n in X.shape[1:3])
    return _rows(_patches(X, f, 1)[:, :n_H, :n_W])


@wrong("Only the windows of the first example are there.")
def im2col(X, f, stride):
    return _rows(_patches(X[:1], f, stride))


@wrong("Only the first channel is there. A row holds f f n_C numbers.")
def im2col(X, f, stride):
    return _rows(_patches(X[..., :1], f, stride))


@wrong(
    "The last row and the last column of windows are missing: n - f places, not n - f "
    "+ 1."
)
def im2col(X, f, stride):
    return _rows(_patches(X, f, stride)[:, :-1, :-1])


@wrong("Every window is flipped in both axes. Its numbers stand as they lie.")
def im2col(X, f, stride):
    return _rows(_patches(X, f, stride)[:, :, :, ::-1, ::-1])


@wrong(
    "There are three axes here, (m, n_H n_W, f f n_C). Join the first two: one matrix."
)
def im2col(X, f, stride):
    return _patches(X, f, stride).reshape(len(X), -1, f * f * X.shape[3])


@wrong("The six axes are not joined yet: reshape to (m n_H n_W, f f n_C).")
def im2col(X, f, stride):
    return _patches(X, f, stride).copy()


@wrong(NONE)
def im2col(X, f, stride):
    print(_rows(_patches(X, f, stride)))


@right("one window after the other")
def im2col(X, f, stride):
    n_H, n_W = (_size(n, f, 0, stride) for n in X.shape[1:3])
    return np.array(
        [
            x[h * stride : h * stride + f, w * stride : w * stride + f].reshape(-1)
            for x in X
            for h in range(n_H)
            for w in range(n_W)
        ]
    )


@right("a view of all windows, copied into rows")
def im2col(X, f, stride):
    view = np.lib.stride_tricks.sliding_window_view(X, (f, f), axis=(1, 2))
    view = view[:, ::stride, ::stride].transpose(0, 1, 2, 4, 5, 3)
    return np.array(view.reshape(-1, f * f * X.shape[3]), order="F")


@right("indices of all rows and columns, single precision")
def im2col(X, f, stride):
    n_H, n_W = (_size(n, f, 0, stride) for n in X.shape[1:3])
    rows = stride * np.arange(n_H)[:, None] + np.arange(f)  # (n_H, f)
    columns = stride * np.arange(n_W)[:, None] + np.arange(f)  # (n_W, f)
    picked = X[:, rows[:, None, :, None], columns[None, :, None, :]]
    return _rows(picked).astype(np.float32)


# ---------------------------------------------------------- conv_forward_columns


@wrong("The bias is missing: add it to every row of the product.")
def conv_forward_columns(A_prev, W, b, stride, pad):
    return _conv(A_prev, W, 0, stride, pad)


@wrong(
    "W.reshape(n_C, -1).T mixes the filters: the last axis of W is the filter, so keep "
    "it last, reshape(-1, n_C)."
)
def conv_forward_columns(A_prev, W, b, stride, pad):
    K = W.reshape(W.shape[3], -1).T.reshape(W.shape)
    return _conv(A_prev, K, b, stride, pad)


@wrong("The filters are flipped. Window and filter meet as they lie.")
def conv_forward_columns(A_prev, W, b, stride, pad):
    return _conv(A_prev, W[::-1, ::-1], b, stride, pad)


@wrong("The border is not added: pad A_prev before you take the windows.")
def conv_forward_columns(A_prev, W, b, stride, pad):
    return _conv(A_prev, W, b, stride, 0)


@wrong("The stride is not used: there is a result for every place.")
def conv_forward_columns(A_prev, W, b, stride, pad):
    return _conv(A_prev, W, b, 1, pad)


@wrong("The result is still a matrix. Reshape it to (m, n_H, n_W, n_C).")
def conv_forward_columns(A_prev, W, b, stride, pad):
    return _conv(A_prev, W, b, stride, pad).reshape(-1, W.shape[3])


@wrong(
    "The product is reshaped to (m, n_C, n_H, n_W), which deals its numbers out "
    "wrongly. A row holds all filters of one place: n_C stays last."
)
def conv_forward_columns(A_prev, W, b, stride, pad):
    Z = _conv(A_prev, W, b, stride, pad)
    m, n_H, n_W, n_C = Z.shape
    return Z.reshape(m, n_C, n_H, n_W).transpose(0, 2, 3, 1)


@wrong("n_H and n_W have changed places in the last reshape.")
def conv_forward_columns(A_prev, W, b, stride, pad):
    Z = _conv(A_prev, W, b, stride, pad)
    m, n_H, n_W, n_C = Z.shape
    return Z.reshape(m, n_W, n_H, n_C)


@wrong("A ReLU is in here. The result is Z, before the activation.")
def conv_forward_columns(A_prev, W, b, stride, pad):
    return np.maximum(_conv(A_prev, W, b, stride, pad), 0)


@wrong("The cache comes back as well. This function returns Z alone.")
def conv_forward_columns(A_prev, W, b, stride, pad):
    return _conv(A_prev, W, b, stride, pad), (A_prev, W, b, stride, pad)


@wrong("The border is added after the convolution, round the result.")
def conv_forward_columns(A_prev, W, b, stride, pad):
    return _pad(_conv(A_prev, W, b, stride, 0), pad)


@wrong("All maps get the bias of the first filter: b has n_C numbers.")
def conv_forward_columns(A_prev, W, b, stride, pad):
    return _conv(A_prev, W, b[..., :1], stride, pad)


@wrong(NONE)
def conv_forward_columns(A_prev, W, b, stride, pad):
    print(_conv(A_prev, W, b, stride, pad))


@right("rows times a matrix of filters")
def conv_forward_columns(A_prev, W, b, stride, pad):
    patches = _patches(_pad(A_prev, pad), len(W), stride)
    Z = _rows(patches).dot(W.reshape(-1, W.shape[3]))
    return Z.reshape(*patches.shape[:3], -1) + b


@right("bias as one more column")
def conv_forward_columns(A_prev, W, b, stride, pad):
    patches = _patches(_pad(A_prev, pad), len(W), stride)
    rows = _rows(patches)
    rows = np.hstack([rows, np.ones((len(rows), 1))])
    K = np.vstack([W.reshape(-1, W.shape[3]), b.reshape(1, -1)])
    return (rows @ K).reshape(*patches.shape[:3], W.shape[3])


@right("transposed product, single precision")
def conv_forward_columns(A_prev, W, b, stride, pad):
    patches = _patches(_pad(A_prev, pad), len(W), stride)
    Z = W.reshape(-1, W.shape[3]).T @ _rows(patches).T
    Z = Z.T.reshape(*patches.shape[:3], W.shape[3]) + b
    return np.asfortranarray(Z.astype(np.float32))


# ---------------------------------------------------------- conv_forward_windows


@wrong("The bias is missing: b of shape (1, 1, 1, n_C) fits on the result as it is.")
def conv_forward_windows(A_prev, W, b, stride, pad):
    return _conv(A_prev, W, 0, stride, pad)


@wrong(
    "The axes of the view are (..., n_C_prev, f, f), those of W (f, f, n_C_prev, n_C): "
    "joined by reshape, channels meet rows. Name the pairs of axes instead."
)
def conv_forward_windows(A_prev, W, b, stride, pad):
    patches = np.moveaxis(_patches(_pad(A_prev, pad), len(W), stride), 5, 3)
    flat = patches.reshape(*patches.shape[:3], -1)
    return flat @ W.reshape(-1, W.shape[3]) + b


@wrong(
    "Rows of the window meet columns of the filter: the pairs of axes are exchanged. "
    "Axis 4 of the view belongs to axis 0 of W, axis 5 to axis 1."
)
def conv_forward_windows(A_prev, W, b, stride, pad):
    return _conv(A_prev, W.transpose(1, 0, 2, 3), b, stride, pad)


@wrong("The filters are flipped. Window and filter meet as they lie.")
def conv_forward_windows(A_prev, W, b, stride, pad):
    return _conv(A_prev, W[::-1, ::-1], b, stride, pad)


@wrong("The border is not added: pad A_prev before you look at it through windows.")
def conv_forward_windows(A_prev, W, b, stride, pad):
    return _conv(A_prev, W, b, stride, 0)


@wrong(
    "The stride is not used: the view has a window for every place. Keep every s-th."
)
def conv_forward_windows(A_prev, W, b, stride, pad):
    return _conv(A_prev, W, b, 1, pad)


@wrong(
    "The stride is used downwards only: keep every s-th window to the right as well."
)
def conv_forward_windows(A_prev, W, b, stride, pad):
    return _conv(A_prev, W, b, 1, pad)[:, ::stride]


@wrong("The channels are not added up, only the first one is seen.")
def conv_forward_windows(A_prev, W, b, stride, pad):
    return _conv(A_prev[..., :1], W[:, :, :1], b, stride, pad)


@wrong("The mean over the window is taken. Products are added up.")
def conv_forward_windows(A_prev, W, b, stride, pad):
    return _conv(A_prev, W / W[..., 0].size, b, stride, pad)


@wrong("A ReLU is in here. The result is Z, before the activation.")
def conv_forward_windows(A_prev, W, b, stride, pad):
    return np.maximum(_conv(A_prev, W, b, stride, pad), 0)


@wrong("The filters come first here, (m, n_C, n_H, n_W). Ours are the last axis.")
def conv_forward_windows(A_prev, W, b, stride, pad):
    return np.moveaxis(_conv(A_prev, W, b, stride, pad), 3, 1)


@wrong("The cache comes back as well. This function returns Z alone.")
def conv_forward_windows(A_prev, W, b, stride, pad):
    return _conv(A_prev, W, b, stride, pad), (A_prev, W, b, stride, pad)


@wrong(NONE)
def conv_forward_windows(A_prev, W, b, stride, pad):
    print(_conv(A_prev, W, b, stride, pad))


@right("einsum over the view")
def conv_forward_windows(A_prev, W, b, stride, pad):
    view = np.lib.stride_tricks.sliding_window_view
    windows = view(_pad(A_prev, pad), W.shape[:2], axis=(1, 2))
    return np.einsum("mhwkij,ijkc->mhwc", windows[:, ::stride, ::stride], W) + b


@right("as_strided, strides written by hand")
def conv_forward_windows(A_prev, W, b, stride, pad):
    X = np.ascontiguousarray(_pad(A_prev, pad))
    m, n_H_prev, n_W_prev, n_C_prev = X.shape
    f = len(W)
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    a, h, w, c = X.strides
    windows = np.lib.stride_tricks.as_strided(
        X, (m, n_H, n_W, f, f, n_C_prev), (a, h * stride, w * stride, h, w, c)
    )
    return np.tensordot(windows, W, axes=3) + b


@right("a view with filters in front, one product, single precision")
def conv_forward_windows(A_prev, W, b, stride, pad):
    view = np.lib.stride_tricks.sliding_window_view
    windows = view(_pad(A_prev, pad), (len(W), len(W)), (1, 2))[:, ::stride, ::stride]
    K = W.transpose(2, 0, 1, 3).reshape(-1, W.shape[3])
    flat = windows.reshape(*windows.shape[:3], -1)
    return (flat @ K).astype(np.float32) + b


# ----------------------------------------------------------------------- conv_nd


def _any(A_prev, W):
    """Sum of shifted products, along any number of axes."""
    d, f = W.ndim - 2, W.shape[0]
    sizes = [n - f + 1 for n in A_prev.shape[1:-1]]
    Z = np.zeros((len(A_prev), *sizes, W.shape[-1]))
    for place in np.ndindex(W.shape[:d]):
        part = tuple(slice(i, i + n) for i, n in zip(place, sizes, strict=True))
        Z += A_prev[(slice(None), *part)] @ W[place]
    return Z


def _flip(W):
    return W[(slice(None, None, -1),) * (W.ndim - 2)]


@wrong("The filter is flipped along its axes. It slides as it is.")
def conv_nd(A_prev, W):
    return _any(A_prev, _flip(W))


@wrong("Only the first channel is seen. The sum goes over n_C_prev as well.")
def conv_nd(A_prev, W):
    return _any(A_prev[..., :1], W[..., :1, :])


@wrong("The sum is divided by the cells of the window. Products are added up.")
def conv_nd(A_prev, W):
    return _any(A_prev, W) / W.shape[0] ** (W.ndim - 2)


@wrong(
    "The result keeps the size of the input. Without a border it has n - f + 1 places."
)
def conv_nd(A_prev, W):
    f, d = W.shape[0], W.ndim - 2
    side = ((f - 1) // 2, f - 1 - (f - 1) // 2)
    return _any(np.pad(A_prev, ((0, 0), *[side] * d, (0, 0))), W)


@wrong(
    "The number of axes is fixed at two here. d = W.ndim - 2 tells how many there are: "
    "a signal has one, a body three."
)
def conv_nd(A_prev, W):
    view = np.lib.stride_tricks.sliding_window_view
    windows = view(A_prev, W.shape[:2], axis=(1, 2))
    return np.einsum("mhwkij,ijkc->mhwc", windows, W)


@wrong(
    "The axes of the window meet those of the filter in reverse order: the filter is "
    "transposed. Pair the first with the first."
)
def conv_nd(A_prev, W):
    d = W.ndim - 2
    return _any(A_prev, W.transpose(*reversed(range(d)), d, d + 1))


@wrong("One place is missing along each axis: n - f + 1, not n - f.")
def conv_nd(A_prev, W):
    d = W.ndim - 2
    return _any(A_prev, W)[(slice(None), *[slice(None, -1)] * d)]


@wrong("The filters come right after the examples. They are the last axis.")
def conv_nd(A_prev, W):
    return np.moveaxis(_any(A_prev, W), -1, 1)


@wrong("Only the map of the first filter is there. There are n_C of them.")
def conv_nd(A_prev, W):
    return _any(A_prev, W[..., :1])


@wrong("A ReLU is in here: negative sums became 0.")
def conv_nd(A_prev, W):
    return np.maximum(_any(A_prev, W), 0)


@wrong("All examples are added up. Each has its own result.")
def conv_nd(A_prev, W):
    return _any(A_prev.sum(axis=0, keepdims=True), W)


@wrong("The products of each channel stand apart. They are added up to one number.")
def conv_nd(A_prev, W):
    parts = [
        _any(A_prev[..., k : k + 1], W[..., k : k + 1, :]) for k in range(W.shape[-2])
    ]
    return np.stack(parts, axis=-2)


@wrong(NONE)
def conv_nd(A_prev, W):
    print(_any(A_prev, W))


@right("one shifted product for each place in the filter")
def conv_nd(A_prev, W):
    return _any(A_prev, W)


@right("a view of all windows and one product of rows, Fortran order")
def conv_nd(A_prev, W):
    d, f = W.ndim - 2, W.shape[0]
    view = np.lib.stride_tricks.sliding_window_view
    windows = view(A_prev, (f,) * d, axis=tuple(range(1, d + 1)))
    windows = np.moveaxis(windows, d + 1, -1)  # channels last
    rows = windows.reshape(-1, f**d * W.shape[-2])
    Z = rows @ W.reshape(-1, W.shape[-1])
    return np.asfortranarray(Z.reshape(*windows.shape[: d + 1], W.shape[-1]))


@right("place after place, single precision")
def conv_nd(A_prev, W):
    d, f = W.ndim - 2, W.shape[0]
    sizes = [n - f + 1 for n in A_prev.shape[1:-1]]
    Z = np.empty((len(A_prev), *sizes, W.shape[-1]), dtype=np.float32)
    for place in np.ndindex(*sizes):
        window = A_prev[(slice(None), *(slice(i, i + f) for i in place))]
        Z[(slice(None), *place)] = np.tensordot(window, W, axes=d + 1)
    return Z


# --------------------------------------------------------------------- decisions


@right("built by dict(...)")
def decisions():
    return dict(
        odd_window="b",
        two_sizes="d",
        bright_dark="a",
        channels="c",
        parameters_156="b",
        pooling_weights="d",
        flipped="a",
    )


@right("in another order")
def decisions():
    keys = "flipped bright_dark odd_window parameters_156 channels"
    answers = dict(zip(keys.split(), "aabbc"))
    return answers | {"pooling_weights": "d", "two_sizes": "d"}


@right("from pairs")
def decisions():
    names = "odd_window two_sizes bright_dark channels parameters_156"
    pairs = [*zip(names.split(), "bdacb"), ("pooling_weights", "d"), ("flipped", "a")]
    return {name: letter for name, letter in pairs}


QUESTIONS = {
    "decisions": {
        "odd_window": {
            "a": "The size is reckoned in the same way: n = 6, f = 2 has 5 places.",
            "b": "Yes: p = (f - 1) / 2 is a whole number, and the window has a centre.",
            "c": "An even window is neither faster nor slower.",
            "d": "2 × 2 has fewer numbers than 3 × 3, so this cannot be the reason.",
        },
        "two_sizes": {
            "a": "(7 - 3 + 1) / 2 = 2.5, rounded down 2.",
            "b": "It is the other way round.",
            "c": "Nothing raises an error: a size comes out, and a map loses its edge.",
            "d": "Yes: ⌊5/2⌋ = 2, but ⌊4/2⌋ + 1 = 3. A whole row and column is lost.",
        },
        "bright_dark": {
            "a": "Yes: -30 and 30 are both strong edges, their sizes are equal.",
            "b": "The ReLU would drop one of the two kinds of edges.",
            "c": "The transposed filter looks for horizontal edges.",
            "d": "A brighter picture scales both; the sign stays.",
        },
        "channels": {
            "a": "Channels are added up inside a filter, they are not kept apart.",
            "b": "The 3 disappears in the sum over the channels.",
            "c": "Yes: 6 - 3 + 1 = 4, and one map for each filter.",
            "d": "6 × 6 would need a border of 1.",
        },
        "parameters_156": {
            "a": "The bias is there: 25 + 1.",
            "b": "Yes: a filter has 5 · 5 · 3 weights, so (75 + 1) · 6 = 456.",
            "c": "There are 6 filters in both numbers.",
            "d": "The size of the picture does not matter.",
        },
        "pooling_weights": {
            "a": "f = 2 and s = 2 are chosen, not learnt.",
            "b": "Nothing is multiplied by a weight in pooling.",
            "c": "There is no bias either.",
            "d": "Yes: f, s and the kind are chosen beforehand, nothing is learnt.",
        },
        "flipped": {
            "a": "Yes: mathematics turns the filter by 180 degrees first. What we "
            "compute is its cross-correlation.",
            "b": "A border would change the size, not every number.",
            "c": "Neither of the two divides.",
            "d": "Sums of whole numbers are exact.",
        },
    }
}
