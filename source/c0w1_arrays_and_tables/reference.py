"""Reference functions of the notebook on arrays and tables."""

import numpy as np
import pandas as pd


def center(X, axis):
    """Distances of all entries from the mean along one axis.

    From each entry the mean of the line through it along the axis is taken away:
    with axis 0 of a table that of its column, with axis 1 that of its row.

    Parameters
    ----------
    X : ndarray of any shape
        At least one axis, no entry missing.
    axis : int
        Axis along which the means are taken.

    Returns
    -------
    centered : ndarray of the shape of X
        Its mean along the axis is 0.
    """
    ### BEGIN SOLUTION
    return X - X.mean(axis=axis, keepdims=True)
    ### END SOLUTION


def source_index(index, shape):
    """Entry of a small array that broadcasting puts at one place of the result.

    The axes are compared from the last one. An axis of length 1 is stretched: its
    only entry, number 0, serves every place. Axes that the array lacks on the left
    are ignored.

    Parameters
    ----------
    index : tuple of int
        A place in the result, counted from 0, one number per axis of the result.
    shape : tuple of int
        Shape of the small array: at most as many axes as the result, each as long
        as the result's or 1. The empty tuple is a single number.

    Returns
    -------
    source : tuple of int
        The place in the small array, one number per axis of it.
    """
    ### BEGIN SOLUTION
    tail = index[len(index) - len(shape) :]
    return tuple(0 if n == 1 else i for i, n in zip(tail, shape))
    ### END SOLUTION


def to_kilograms(weights):
    """Weights of cats in kilograms, where some were typed in grams.

    No cat weighs more than 100 kg, so every number above 100 is in grams. All
    others stay as they are, missing ones (nan) included.

    Parameters
    ----------
    weights : ndarray of shape (m,)
        Floats: kilograms, grams, or nan.

    Returns
    -------
    kilograms : ndarray of shape (m,)
        A new array.
    """
    ### BEGIN SOLUTION
    return np.where(weights > 100, weights / 1000, weights)
    ### END SOLUTION


def stack_tables(tables):
    """One table with the rows of several, the columns matched by their names.

    The rows of the first table come first. A table may have its columns in another
    order, and may lack some: there its rows get nan.

    Parameters
    ----------
    tables : list of dict
        Name of a column -> list of its entries, numbers or texts. Every table has
        at least one row, and all columns of a table are equally long.

    Returns
    -------
    table : dict
        Name -> list, for every name that occurs in any of the tables.
    """
    ### BEGIN SOLUTION
    frames = [pd.DataFrame(table) for table in tables]
    return pd.concat(frames, ignore_index=True).to_dict("list")
    ### END SOLUTION


def kept_rows(table, k):
    """Positions of the rows in which at least k entries are known.

    An entry that is None or nan is missing; everything else is known, also 0 and
    the empty text.

    Parameters
    ----------
    table : dict
        Name of a column -> list of its m entries.
    k : int
        Smallest number of known entries.

    Returns
    -------
    rows : ndarray of shape (n_kept,)
        Whole numbers from 0 to m - 1, in rising order.
    """
    ### BEGIN SOLUTION
    known = pd.DataFrame(table).notna().sum(axis=1)  # (m,)
    return np.flatnonzero(known >= k)
    ### END SOLUTION


def parse_money(texts):
    """Amounts in dollars, read from texts.

    A text may have a dollar sign, blanks, and commas between thousands; the part
    after the point is cents: "$4,000.50" is 4000.5. An empty text is unknown.

    Parameters
    ----------
    texts : list of str
        m amounts, none of them negative.

    Returns
    -------
    dollars : ndarray of shape (m,)
        Floats; nan where the text is empty or blank.
    """
    ### BEGIN SOLUTION
    digits = pd.Series(texts, dtype=str).str.replace(r"[^0-9.]", "", regex=True)
    return pd.to_numeric(digits, errors="coerce").to_numpy(float)
    ### END SOLUTION


def parse_dates(texts):
    """Year, month and day of dates that are written in two ways.

    With hyphens the year comes first: "2025-06-03" is 3 June. With slashes the day
    comes first: "03/06/2025" is 3 June as well.

    Parameters
    ----------
    texts : list of str
        m dates; a day or month below 10 may lack its 0.

    Returns
    -------
    dates : ndarray of shape (m, 3)
        Whole numbers: year, month, day.
    """
    ### BEGIN SOLUTION
    dates = np.zeros((len(texts), 3), dtype=int)
    for i, text in enumerate(texts):
        if "-" in text:
            dates[i] = [int(part) for part in text.split("-")]
        else:
            dates[i] = [int(part) for part in text.split("/")][::-1]
    return dates
    ### END SOLUTION


def group_means(groups, values):
    """Mean of the known values of every group.

    Parameters
    ----------
    groups : list
        m names or whole numbers: the group that each value belongs to.
    values : ndarray of shape (m,)
        Floats; nan is missing and left out.

    Returns
    -------
    means : dict
        Group -> mean, for every group with a known value.
    """
    ### BEGIN SOLUTION
    means = pd.Series(values).groupby(groups).mean()
    return means.dropna().to_dict()
    ### END SOLUTION


def mean_band(samples):
    """Mean of every sample, with a band of two standard errors around it.

    For a sample x_1, ..., x_n with mean u the variance is s^2 = (sum of
    (x_i - u)^2) / (n - 1), and the standard error of u is s / sqrt(n).

    Parameters
    ----------
    samples : list of ndarray
        k arrays of rank 1, each with at least two numbers, none missing.

    Returns
    -------
    lower : ndarray of shape (k,)
        Mean minus two standard errors.
    mean : ndarray of shape (k,)
    upper : ndarray of shape (k,)
        Mean plus two standard errors.
    """
    ### BEGIN SOLUTION
    mean = np.array([np.mean(x) for x in samples])
    error = np.array([np.std(x, ddof=1) / np.sqrt(len(x)) for x in samples])
    return mean - 2 * error, mean, mean + 2 * error
    ### END SOLUTION


def decisions():
    """Answers to the eight questions above, one letter for each.

    Returns
    -------
    answers : dict
        A letter for each of "argmax", "tuple", "count", "labels", "inplace",
        "zeros", "leak" and "overlap".
    """
    ### BEGIN SOLUTION
    return {
        "argmax": "b",
        "tuple": "c",
        "count": "a",
        "labels": "d",
        "inplace": "c",
        "zeros": "a",
        "leak": "b",
        "overlap": "c",
    }
    ### END SOLUTION
