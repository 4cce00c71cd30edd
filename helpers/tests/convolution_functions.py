"""What a learner writes for the convolution widgets: for tests, and for a notebook."""

import numpy as np


def conv_output_size(n, f, pad, stride):
    return (n + 2 * pad - f) // stride + 1


def zero_pad(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))


def convolve(image, kernel, stride, pad):
    f, padded = len(kernel), np.pad(image, pad)
    rows, columns = (conv_output_size(n, f, pad, stride) for n in image.shape)
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            window = padded[stride * i : stride * i + f, stride * j : stride * j + f]
            out[i, j] = np.sum(window * kernel)
    return out
