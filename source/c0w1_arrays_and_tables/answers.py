"""Wrong answers with their messages, and right ones written differently."""

import re
from datetime import datetime

import numpy as np
import pandas as pd

from autograder.truth.decorators import right, wrong

# --- center --------------------------------------------------------------------


@wrong("The means have lost their axis: with keepdims=True they stay in line with X.")
def center(X, axis):
    return X - X.mean(axis=axis)


@wrong("This is the mean of the whole table: take one mean per line along the axis.")
def center(X, axis):
    return X - X.mean()


@wrong("The means are taken along another axis: axis=0 goes down the columns.")
def center(X, axis):
    return X - X.mean(axis=(axis + 1) % X.ndim, keepdims=True)


@wrong("The sign is turned: the mean is taken away from the entry.")
def center(X, axis):
    return X.mean(axis=axis, keepdims=True) - X


@wrong("These are the means themselves: subtract them from X.")
def center(X, axis):
    return X.mean(axis=axis, keepdims=True)


@wrong("The spread is divided out as well: only the mean is taken away.")
def center(X, axis):
    D = X - X.mean(axis=axis, keepdims=True)
    return D / np.maximum(X.std(axis=axis, keepdims=True), 1e-12)


@wrong("This is the median, the middle entry: take the mean.")
def center(X, axis):
    return X - np.median(X, axis=axis, keepdims=True)


@wrong("The axis is fixed at 0: use the one that is passed.")
def center(X, axis):
    return X - X.mean(axis=0, keepdims=True)


@wrong("The means are rounded to whole numbers: keep all their digits.")
def center(X, axis):
    return X - np.round(X.mean(axis=axis, keepdims=True))


@wrong("The smallest entry is taken away: it is the mean that must become 0.")
def center(X, axis):
    return X - X.min(axis=axis, keepdims=True)


@right("expand_dims")
def center(X, axis):
    return X - np.expand_dims(np.mean(X, axis=axis), axis)


@right("the axis moved to the end and back")
def center(X, axis):
    moved = np.moveaxis(X, axis, -1)
    total = moved.sum(axis=-1)[..., None]
    return np.moveaxis(moved - total / X.shape[axis], -1, axis)


@right("line by line")
def center(X, axis):
    return np.apply_along_axis(lambda line: line - line.mean(), axis, X)


@right("Fortran order")
def center(X, axis):
    means = np.add.reduce(X, axis=axis, keepdims=True) / X.shape[axis]
    return np.asfortranarray(X - means)


# --- source_index --------------------------------------------------------------


@wrong("A stretched axis still has its place from the result: its only entry is 0.")
def source_index(index, shape):
    return tuple(index[len(index) - len(shape) :])


@wrong("The axes are compared from the left: broadcasting starts at the last one.")
def source_index(index, shape):
    return tuple(0 if n == 1 else i for i, n in zip(index, shape))


@wrong("Missing axes get a 0 here: the place has one number per axis of the array.")
def source_index(index, shape):
    full = (1,) * (len(index) - len(shape)) + tuple(shape)
    return tuple(0 if n == 1 else i for i, n in zip(index, full))


@wrong("The only entry of an axis is number 0, not 1: Python counts from 0.")
def source_index(index, shape):
    tail = index[len(index) - len(shape) :]
    return tuple(1 if n == 1 else i for i, n in zip(tail, shape))


@wrong("The numbers come out last axis first: turn them round.")
def source_index(index, shape):
    found = [0 if n == 1 else i for i, n in zip(index[::-1], shape[::-1])]
    return tuple(found)


@wrong("A stretched axis is left out: it has a number too, 0.")
def source_index(index, shape):
    tail = index[len(index) - len(shape) :]
    return tuple(i for i, n in zip(tail, shape) if n != 1)


@wrong("0 goes to the wrong axes: those of length 1 have it, the others keep i.")
def source_index(index, shape):
    tail = index[len(index) - len(shape) :]
    return tuple(i if n == 1 else 0 for i, n in zip(tail, shape))


@wrong("Only the first axis is looked at: any axis may have length 1.")
def source_index(index, shape):
    tail = list(index[len(index) - len(shape) :])
    if shape and shape[0] == 1:
        tail[0] = 0
    return tuple(tail)


@wrong("These are lengths, not a place: every number is below the axis's length.")
def source_index(index, shape):
    return tuple(shape)


@wrong("As soon as one axis is stretched all numbers become 0: treat each by itself.")
def source_index(index, shape):
    tail = index[len(index) - len(shape) :]
    return tuple(0 if 1 in shape else i for i in tail)


@right("the remainder")
def source_index(index, shape):
    pairs = zip(reversed(index), reversed(shape))
    return tuple(i % n for i, n in pairs)[::-1]


@right("the last entry of the axis at most")
def source_index(index, shape):
    offset = len(index) - len(shape)
    return tuple(min(index[offset + a], shape[a] - 1) for a in range(len(shape)))


@right("broadcast_to on an array of its own places")
def source_index(index, shape):
    places = np.arange(int(np.prod(shape, dtype=int))).reshape(shape)
    full = [i + 1 for i in index]
    for a in range(1, len(shape) + 1):
        full[-a] = max(full[-a], shape[-a])
    flat = int(np.broadcast_to(places, full)[index])
    return tuple(int(i) for i in np.unravel_index(flat, shape)) if shape else ()


@right("an array of numbers, then a mask")
def source_index(index, shape):
    tail = np.array(index[len(index) - len(shape) :], dtype=int)
    return [int(i) for i in tail * (np.array(shape, dtype=int) != 1)]


# --- to_kilograms --------------------------------------------------------------


@wrong(
    "np.where with a condition alone gives places, not weights: divide the weights "
    "that stand there.",
    shown=True,
)
def to_kilograms(weights):
    heavy = np.where(weights > 100)[0]
    kilograms = weights.copy()
    kilograms[weights > 100] = heavy / 1000
    return kilograms


@wrong("Every weight is divided: those up to 100 are kilograms already.")
def to_kilograms(weights):
    return weights / 1000


@wrong("Only the repaired weights come back: keep the others, in their places.")
def to_kilograms(weights):
    return weights[weights > 100] / 1000


@wrong("The wrong side is divided: grams are the numbers above 100.")
def to_kilograms(weights):
    return np.where(weights > 100, weights, weights / 1000)


@wrong("A kilogram has 1000 grams: the factor here is 100.")
def to_kilograms(weights):
    return np.where(weights > 100, weights / 100, weights)


@wrong("Grams are multiplied here: a number of kilograms is 1000 times smaller.")
def to_kilograms(weights):
    return np.where(weights > 100, weights * 1000, weights)


@wrong("changes its argument `weights`")
def to_kilograms(weights):
    grams = weights > 100
    weights[grams] = weights[grams] / 1000
    return weights + 0.0


@wrong("The limit is 1000 here: a kitten of 820 g stays untouched.")
def to_kilograms(weights):
    return np.where(weights > 1000, weights / 1000, weights)


@wrong("This is the mask: choose with it between two arrays.")
def to_kilograms(weights):
    return weights > 100


@wrong("Missing weights have become 0: they stay nan.")
def to_kilograms(weights):
    return np.nan_to_num(np.where(weights > 100, weights / 1000, weights))


@wrong("// cuts off everything after the point: 4200 g are 4.2 kg.")
def to_kilograms(weights):
    return np.where(weights > 100, weights // 1000, weights)


@right("a copy and a mask")
def to_kilograms(weights):
    kilograms = np.array(weights, dtype=float)
    grams = kilograms > 100
    kilograms[grams] /= 1000
    return kilograms


@right("cat by cat")
def to_kilograms(weights):
    return np.array([w / 1000 if w > 100 else w for w in weights])


@right("a divisor of 1 or 1000")
def to_kilograms(weights):
    return weights / (1 + 999 * (weights > 100))


@right("pandas")
def to_kilograms(weights):
    column = pd.Series(weights)
    return column.mask(column > 100, column / 1000).to_numpy(copy=True)


# --- stack_tables --------------------------------------------------------------


def _frames(tables):
    return [pd.DataFrame(table) for table in tables]


@wrong("Columns are matched by their place: match them by their names.")
def stack_tables(tables):
    names = list(tables[0])
    out = {name: [] for name in names}
    for table in tables:
        for name, entries in zip(names, table.values()):
            out[name] = out[name] + list(entries)
    return out


@wrong("Only columns that all tables have are kept: keep every name, fill with nan.")
def stack_tables(tables):
    both = pd.concat(_frames(tables), ignore_index=True, join="inner")
    return both.to_dict("list")


@wrong("What is missing has become 0: 0 is a value, missing is nan.")
def stack_tables(tables):
    return pd.concat(_frames(tables), ignore_index=True).fillna(0).to_dict("list")


@wrong("Missing entries are skipped, so the columns differ in length: put nan there.")
def stack_tables(tables):
    out = {}
    for table in tables:
        for name, entries in table.items():
            out[name] = out.get(name, []) + list(entries)
    return out


@wrong("The last table replaces the others: their rows come one below the other.")
def stack_tables(tables):
    out = {}
    for table in tables:
        out.update({name: list(entries) for name, entries in table.items()})
    return out


@wrong("The tables come in the wrong order: the rows of the first one come first.")
def stack_tables(tables):
    both = pd.concat(_frames(tables)[::-1], ignore_index=True)
    return both.to_dict("list")


@wrong("Equal rows are dropped: stacking keeps every row.")
def stack_tables(tables):
    both = pd.concat(_frames(tables), ignore_index=True).drop_duplicates()
    return both.to_dict("list")


@wrong("Only the names of the first table are kept: later ones may bring more.")
def stack_tables(tables):
    both = pd.concat(_frames(tables), ignore_index=True)
    return both[list(tables[0])].to_dict("list")


@wrong("Rows with a missing entry are dropped: keep them, with nan.")
def stack_tables(tables):
    both = pd.concat(_frames(tables), ignore_index=True)
    return both.dropna().to_dict("list")


@wrong("This is a list of rows: return a dict of columns.")
def stack_tables(tables):
    return pd.concat(_frames(tables), ignore_index=True).to_dict("records")


@wrong("Missing entries are None here: put np.nan.")
def stack_tables(tables):
    names = list(dict.fromkeys(name for table in tables for name in table))
    rows = [len(next(iter(table.values()))) for table in tables]
    return {
        name: [
            entry
            for n, table in zip(rows, tables)
            for entry in table.get(name, [None] * n)
        ]
        for name in names
    }


@wrong('Hand over plain values: .to_dict("list") makes a dict of a DataFrame.')
def stack_tables(tables):
    return pd.concat(_frames(tables), ignore_index=True)


@right("lists, name by name")
def stack_tables(tables):
    names = set()
    for table in tables:
        names |= set(table)
    out = {name: [] for name in sorted(names)}
    for table in tables:
        rows = max(len(entries) for entries in table.values())
        for name in out:
            out[name] += table.get(name, [np.nan] * rows)
    return out


@right("row by row")
def stack_tables(tables):
    rows = []
    for table in tables:
        rows += [dict(zip(table, row)) for row in zip(*table.values())]
    names = {name: None for row in rows for name in row}
    return {name: [row.get(name, float("nan")) for row in rows] for name in names}


@right("append one after the other (slow)")
def stack_tables(tables):
    both = pd.DataFrame(tables[0])
    for table in tables[1:]:
        both = pd.concat([both, pd.DataFrame(table)], ignore_index=True)
    return {name: list(both[name]) for name in both.columns}


# --- kept_rows -----------------------------------------------------------------


@wrong("Rows with k missing entries are dropped: keep those with k known ones.")
def kept_rows(table, k):
    missing = pd.DataFrame(table).isna().sum(axis=1)
    return np.flatnonzero(missing < k)


@wrong("More than k entries are asked for: k known ones are enough.")
def kept_rows(table, k):
    return np.flatnonzero(pd.DataFrame(table).notna().sum(axis=1) > k)


@wrong("Exactly k known entries are asked for: more than k is fine as well.")
def kept_rows(table, k):
    return np.flatnonzero(pd.DataFrame(table).notna().sum(axis=1) == k)


@wrong("These are columns: axis=0 counts down each column, axis=1 along each row.")
def kept_rows(table, k):
    return np.flatnonzero(pd.DataFrame(table).notna().sum(axis=0) >= k)


@wrong("This is a mask, True or False per row: return the positions of the True ones.")
def kept_rows(table, k):
    return (pd.DataFrame(table).notna().sum(axis=1) >= k).to_numpy(copy=True)


@wrong("0 or the empty text count as missing: only None and nan are.")
def kept_rows(table, k):
    frame = pd.DataFrame(table)
    known = frame.notna() & (frame != 0) & (frame != "")
    return np.flatnonzero(known.sum(axis=1) >= k)


@wrong("nan counts as known here: nan is missing, like None.")
def kept_rows(table, k):
    rows = zip(*table.values())
    known = [sum(entry is not None for entry in row) for row in rows]
    return np.array([i for i, n in enumerate(known) if n >= k], dtype=int)


@wrong("Every row with a hole is dropped, whatever k says: k known entries suffice.")
def kept_rows(table, k):
    return np.flatnonzero(pd.DataFrame(table).notna().all(axis=1))


@wrong("One known entry saves a row here, whatever k says: ask for k of them.")
def kept_rows(table, k):
    return np.flatnonzero(pd.DataFrame(table).notna().any(axis=1))


@wrong("These are the rows that are dropped: return the others.")
def kept_rows(table, k):
    return np.flatnonzero(pd.DataFrame(table).notna().sum(axis=1) < k)


@wrong("k missing entries are allowed here: k is the number of known ones.")
def kept_rows(table, k):
    return np.flatnonzero(pd.DataFrame(table).isna().sum(axis=1) <= k)


@wrong("Rows are counted from 1: the first one is 0.")
def kept_rows(table, k):
    return 1 + np.flatnonzero(pd.DataFrame(table).notna().sum(axis=1) >= k)


@wrong("Hand over plain values: .to_numpy() makes an array of an Index or a Series.")
def kept_rows(table, k):
    return pd.DataFrame(table).dropna(thresh=k).index


@right("dropna with thresh")
def kept_rows(table, k):
    return pd.DataFrame(table).dropna(thresh=k).index.to_numpy(copy=True)


@right("without pandas")
def kept_rows(table, k):
    rows = []
    for i, row in enumerate(zip(*table.values())):
        known = [entry for entry in row if entry is not None and entry == entry]
        if len(known) >= k:
            rows.append(i)
    return np.array(rows, dtype=int)


@right("missing ones, from the other side")
def kept_rows(table, k):
    missing = pd.DataFrame(table).isna().to_numpy()
    return np.nonzero(missing.sum(axis=1) <= len(table) - k)[0]


# --- parse_money ---------------------------------------------------------------


@wrong("The point is removed as well, so $4,000.50 is 400050: those are cents.")
def parse_money(texts):
    found = pd.Series(texts, dtype=str).str.replace(r"[$,. ]", "", regex=True)
    return pd.to_numeric(found, errors="coerce").to_numpy(float)


@wrong("regex=True is missing: the pattern is looked for as a text, nothing goes.")
def parse_money(texts):
    found = pd.Series(texts, dtype=str).str.replace(r"[^0-9.]", "", regex=False)
    return pd.to_numeric(found, errors="coerce").to_numpy(float)


@wrong("The dollar sign goes, the commas stay: $1,250.00 is no number yet.")
def parse_money(texts):
    found = pd.Series(texts, dtype=str).str.replace("$", "", regex=False)
    return pd.to_numeric(found, errors="coerce").to_numpy(float)


@wrong("The cents are cut off: keep what stands after the point.")
def parse_money(texts):
    found = pd.Series(texts, dtype=str).str.replace(r"\..*|[^0-9]", "", regex=True)
    return pd.to_numeric(found, errors="coerce").to_numpy(float)


def _known(text):
    digits = re.sub(r"[^0-9.]", "", text)
    return float(digits) if digits else np.nan


@wrong("An unknown fee has become 0: it is nan, a cat of $0.00 is another matter.")
def parse_money(texts):
    return np.nan_to_num(np.array([_known(text) for text in texts]))


@wrong("Unknown fees are left out, so the rows no longer match: put nan there.")
def parse_money(texts):
    found = np.array([_known(text) for text in texts], dtype=float)
    return found[~np.isnan(found)]


@wrong("Only the first comma is removed: larger amounts have several.")
def parse_money(texts):
    found = [text.replace(",", "", 1).replace("$", "").strip() for text in texts]
    return pd.to_numeric(pd.Series(found), errors="coerce").to_numpy(float)


@wrong("Reading stops at the comma: $1,250.00 gives 1.")
def parse_money(texts):
    return np.array([_known(text.split(",")[0]) for text in texts], dtype=float)


@wrong("The comma is taken for the point: it stands between thousands.")
def parse_money(texts):
    found = [re.sub(r"[^0-9,]", "", text).replace(",", ".", 1) for text in texts]
    return pd.to_numeric(pd.Series(found), errors="coerce").to_numpy(float)


@wrong("Everything is divided by 100: a text without a point is in dollars too.")
def parse_money(texts):
    return np.array([_known(text.replace(".", "")) / 100 for text in texts])


@wrong("These are still texts: turn them into floats.")
def parse_money(texts):
    return [re.sub(r"[^0-9.]", "", text) for text in texts]


@wrong("float() fails on an empty text: nan belongs there.")
def parse_money(texts):
    return np.array([float(re.sub(r"[^0-9.]", "", text)) for text in texts])


@wrong("Hand over plain values: .to_numpy() makes an array of a Series.")
def parse_money(texts):
    found = pd.Series(texts, dtype=str).str.replace(r"[^0-9.]", "", regex=True)
    return pd.to_numeric(found, errors="coerce")


@right("replace, one sign after the other")
def parse_money(texts):
    out = []
    for text in texts:
        for sign in "$, ":
            text = text.replace(sign, "")
        out.append(float(text) if text else np.nan)
    return np.array(out)


@right("split and join")
def parse_money(texts):
    plain = [
        "".join(text.replace("$", " ").replace(",", " ").split()) for text in texts
    ]
    return np.array([float(text or "nan") for text in plain])


@right("a pattern that finds, in cents")
def parse_money(texts):
    out = np.full(len(texts), np.nan)
    for i, text in enumerate(texts):
        parts = re.findall(r"[\d.]+", text)
        if parts:
            out[i] = round(100 * float("".join(parts))) / 100
    return out


@right("two steps of pandas")
def parse_money(texts):
    column = pd.Series(texts, dtype=object).str.strip(" $").str.replace(",", "")
    return column.replace("", np.nan).astype(float).to_numpy(copy=True)


# --- parse_dates ---------------------------------------------------------------


def _parts(text):
    return [int(part) for part in re.split("[-/]", text)]


def _rows(rows):
    return np.array(rows, dtype=int).reshape(-1, 3)


@wrong("03/06/2025 is read as 6 March: with slashes the day comes first.")
def parse_dates(texts):
    rows = []
    for text in texts:
        a, b, c = _parts(text)
        rows.append([a, b, c] if "-" in text else [c, a, b])
    return _rows(rows)


@wrong("Days above 12 are read rightly, 03/06/2025 as 6 March: the day is first.")
def parse_dates(texts):
    rows = []
    for text in texts:
        a, b, c = _parts(text)
        slashes = [c, a, b] if a <= 12 else [c, b, a]
        rows.append([a, b, c] if "-" in text else slashes)
    return _rows(rows)


@wrong("The columns are day, month, year here: year, month, day is wanted.")
def parse_dates(texts):
    rows = [_parts(text)[:: -1 if "-" in text else 1] for text in texts]
    return _rows(rows)


@wrong("Month and day are swapped in every row: year, month, day is wanted.")
def parse_dates(texts):
    rows = [_parts(text)[:: 1 if "-" in text else -1] for text in texts]
    return _rows([[year, day, month] for year, month, day in rows])


@wrong("Both forms are read in the order written: with slashes the year is last.")
def parse_dates(texts):
    return _rows([_parts(text) for text in texts])


@wrong("With hyphens the order is year, month, day: here the month is last.")
def parse_dates(texts):
    rows = []
    for text in texts:
        a, b, c = _parts(text)
        rows.append([a, c, b] if "-" in text else [c, b, a])
    return _rows(rows)


@wrong("Only two digits of the year are kept: return all four.")
def parse_dates(texts):
    rows = [_parts(text)[:: 1 if "-" in text else -1] for text in texts]
    return _rows([[year % 100, month, day] for year, month, day in rows])


@wrong("The shape is (3, m): one row per date is wanted, (m, 3).")
def parse_dates(texts):
    rows = [_parts(text)[:: 1 if "-" in text else -1] for text in texts]
    return _rows(rows).T.copy()


@wrong("These are texts: return whole numbers, one column per part.")
def parse_dates(texts):
    rows = [_parts(text)[:: 1 if "-" in text else -1] for text in texts]
    return [f"{year}-{month:02}-{day:02}" for year, month, day in rows]


@wrong("Fixed places fail where a 0 is left out, 7/3/2025: split at the sign.")
def parse_dates(texts):
    rows = []
    for text in texts:
        if "-" in text:
            rows.append([int(text[:4]), int(text[5:7]), int(text[8:])])
        else:
            rows.append([int(text[6:]), int(text[3:5]), int(text[:2])])
    return _rows(rows)


@wrong("Without any date the shape is (0,): it should be (0, 3).")
def parse_dates(texts):
    rows = [_parts(text)[:: 1 if "-" in text else -1] for text in texts]
    return np.array(rows, dtype=int)


@right("one pattern")
def parse_dates(texts):
    rows = []
    for text in texts:
        found = re.match(r"(\d+)([-/])(\d+)[-/](\d+)", text)
        first, sign, month, last = found.groups()
        year, day = (first, last) if sign == "-" else (last, first)
        rows.append((int(year), int(month), int(day)))
    return np.array(rows, dtype=int).reshape(len(texts), 3)


@right("datetime")
def parse_dates(texts):
    out = np.empty((len(texts), 3), dtype=np.int32)
    for i, text in enumerate(texts):
        form = "%Y-%m-%d" if "-" in text else "%d/%m/%Y"
        date = datetime.strptime(text, form)
        out[i] = date.year, date.month, date.day
    return out


@right("the largest part is the year, Fortran order")
def parse_dates(texts):
    rows = []
    for text in texts:
        parts = [float(part) for part in text.replace("/", "-").split("-")]
        rows.append(parts if parts[0] > parts[2] else parts[::-1])
    return np.asfortranarray(np.array(rows).reshape(-1, 3))


# --- group_means ---------------------------------------------------------------


def _split(groups, values):
    found = {}
    for group, value in zip(groups, values):
        found.setdefault(group, []).append(float(value))
    return {group: np.array(part) for group, part in found.items()}


def _sure(groups, values):
    parts = {g: x[~np.isnan(x)] for g, x in _split(groups, values).items()}
    return {g: x for g, x in parts.items() if x.size}


@wrong("These are sums: divide by the number of known values.")
def group_means(groups, values):
    return {g: float(x.sum()) for g, x in _sure(groups, values).items()}


@wrong("A missing value counts as 0 in the mean: leave it out.")
def group_means(groups, values):
    filled = np.nan_to_num(values)
    parts = _split(groups, filled)
    return {g: float(parts[g].mean()) for g in _sure(groups, values)}


@wrong("One missing value makes the mean of its group nan: leave it out.")
def group_means(groups, values):
    return {g: float(x.mean()) for g, x in _split(groups, values).items()}


@wrong("A group without any known value is still there, as nan: leave it out.")
def group_means(groups, values):
    return pd.Series(values).groupby(groups).mean().to_dict()


@wrong("These are counts: the mean is the sum divided by the count.")
def group_means(groups, values):
    return {g: int(x.size) for g, x in _sure(groups, values).items()}


@wrong("This is the median, the middle value: take the mean.")
def group_means(groups, values):
    return {g: float(np.median(x)) for g, x in _sure(groups, values).items()}


@wrong("Every group gets the mean of all values: take its own.")
def group_means(groups, values):
    mean = float(np.nanmean(values))
    return dict.fromkeys(_sure(groups, values), mean)


@wrong("The names of the groups have become texts: keep them as they are.")
def group_means(groups, values):
    return {f"{g}.": float(x.mean()) for g, x in _sure(groups, values).items()}


@wrong("Only the last value of each group is left: collect all of them.")
def group_means(groups, values):
    return {g: float(x[-1]) for g, x in _sure(groups, values).items()}


@wrong("Half of old and new is no mean: later values weigh more. Sum, then divide.")
def group_means(groups, values):
    means = {}
    for group, x in _sure(groups, values).items():
        mean = x[0]
        for value in x[1:]:
            mean = (mean + value) / 2
        means[group] = float(mean)
    return means


@wrong("The means stand in a list: return a dict, group -> mean.")
def group_means(groups, values):
    return [float(x.mean()) for x in _sure(groups, values).values()]


@wrong("The mean is taken over all m rows: divide by the known values of the group.")
def group_means(groups, values):
    m = len(groups)
    return {g: float(x.sum()) / m for g, x in _sure(groups, values).items()}


@wrong("Hand over plain values: .to_dict() makes a dict of a Series.")
def group_means(groups, values):
    return pd.Series(values).groupby(groups).mean().dropna()


@right("sums and counts in dicts")
def group_means(groups, values):
    total, count = {}, {}
    for group, value in zip(groups, values):
        if value == value:
            total[group] = total.get(group, 0.0) + float(value)
            count[group] = count.get(group, 0) + 1
    return {group: total[group] / count[group] for group in total}


@right("masks and np.unique")
def group_means(groups, values):
    labels, known = np.array(groups), ~np.isnan(values)
    return {
        label: values[known & (labels == label)].mean()
        for label in np.unique(labels[known])
    }


@right("bincount")
def group_means(groups, values):
    names = sorted(set(groups))
    code = np.array([names.index(group) for group in groups])
    known = ~np.isnan(values)
    total = np.bincount(code[known], weights=values[known], minlength=len(names))
    count = np.bincount(code[known], minlength=len(names))
    return {g: t / n for g, t, n in zip(names, total, count) if n}


@right("pandas, missing rows dropped first")
def group_means(groups, values):
    frame = pd.DataFrame({"g": groups, "x": values}).dropna(subset=["x"])
    return frame.groupby("g")["x"].agg("mean").to_dict()


# --- mean_band -----------------------------------------------------------------


def _band(samples, width, middle=np.mean):
    mean = np.array([middle(x) for x in samples], dtype=float)
    half = np.array([width(x) for x in samples], dtype=float)
    return mean - half, mean, mean + half


@wrong("The variance is divided by n: it is n - 1, ddof=1 in np.std.")
def mean_band(samples):
    return _band(samples, lambda x: 2 * np.std(x) / np.sqrt(len(x)))


@wrong("The band is one standard error wide on each side: take two.")
def mean_band(samples):
    return _band(samples, lambda x: np.std(x, ddof=1) / np.sqrt(len(x)))


@wrong("This is the spread of single values: a mean of n is surer, divide by sqrt(n).")
def mean_band(samples):
    return _band(samples, lambda x: 2 * np.std(x, ddof=1))


@wrong("The spread is divided by n: the standard error divides by the root of n.")
def mean_band(samples):
    return _band(samples, lambda x: 2 * np.std(x, ddof=1) / len(x))


@wrong("This is the variance over sqrt(n): take its root, s, first.")
def mean_band(samples):
    return _band(samples, lambda x: 2 * np.var(x, ddof=1) / np.sqrt(len(x)))


@wrong("The factor is 1.96 here: we take 2.")
def mean_band(samples):
    return _band(samples, lambda x: 1.96 * np.std(x, ddof=1) / np.sqrt(len(x)))


@wrong("The mean comes first here: the order is lower, mean, upper.")
def mean_band(samples):
    low, mean, high = _band(samples, lambda x: 2 * np.std(x, ddof=1) / len(x) ** 0.5)
    return mean, low, high


@wrong("Lower and upper are swapped: the first is below the mean.")
def mean_band(samples):
    return _band(samples, lambda x: -2 * np.std(x, ddof=1) / len(x) ** 0.5)


@wrong("The middle is missing: return lower, mean and upper.")
def mean_band(samples):
    low, _, high = _band(samples, lambda x: 2 * np.std(x, ddof=1) / len(x) ** 0.5)
    return low, high


@wrong("These are the smallest and the largest value: the band is about the mean.")
def mean_band(samples):
    mean = np.array([np.mean(x) for x in samples])
    ends = [np.array([f(x) for x in samples], dtype=float) for f in (np.min, np.max)]
    return ends[0], mean, ends[1]


@wrong("The middle is the median here: take the mean.")
def mean_band(samples):
    return _band(samples, lambda x: 2 * np.std(x, ddof=1) / len(x) ** 0.5, np.median)


@wrong("n - 1 stands in both places: s divides by n - 1, its error by sqrt(n).")
def mean_band(samples):
    return _band(samples, lambda x: 2 * np.std(x, ddof=1) / np.sqrt(len(x) - 1))


@right("sums written out")
def mean_band(samples):
    low, middle, high = [], [], []
    for x in samples:
        n = len(x)
        u = sum(float(v) for v in x) / n
        s = (sum((float(v) - u) ** 2 for v in x) / (n - 1)) ** 0.5
        low.append(u - 2 * s / n**0.5)
        middle.append(u)
        high.append(u + 2 * s / n**0.5)
    return np.array(low), np.array(middle), np.array(high)


@right("pandas' sem")
def mean_band(samples):
    mean = np.array([pd.Series(x).mean() for x in samples])
    half = np.array([2 * pd.Series(x).sem() for x in samples])
    return mean - half, mean, mean + half


@right("n under the root, n - 1 under the other")
def mean_band(samples):
    mean = np.array([x.mean() for x in samples])
    half = np.array([2 * x.std() / np.sqrt(x.size - 1) for x in samples])
    return tuple(mean + sign * half for sign in (-1, 0, 1))


# --- decisions -----------------------------------------------------------------

QUESTIONS = {
    "decisions": {
        "argmax": {
            "a": "axis=0 goes down the columns: the best cat for each coat.",
            "b": "Yes: axis=1 goes along a row, and leaves one number per cat.",
            "c": "Without an axis it is one place in the table laid flat.",
            "d": "A table has the axes 0 and 1: axis 2 is an error.",
        },
        "tuple": {
            "a": "One argument, the shape as a tuple: right.",
            "b": "The limits first, 10 not included, then the shape: right.",
            "c": "Yes: the 3 is taken for a data type. The shape needs brackets.",
            "d": "One argument, the shape as a tuple: right.",
        },
        "count": {
            "a": "Yes: count() counts known entries, column by column.",
            "b": "For that: the sum of the mask, (cats.coat == 'long').sum().",
            "c": "For that: value_counts(normalize=True).",
            "d": "For that: nunique().",
        },
        "labels": {
            "a": "loc goes by label: it finds the row that was first before.",
            "b": "iloc counts positions from 0: this is the second row.",
            "c": "A label, and moreover another one.",
            "d": "Yes: iloc goes by position, whatever the labels are.",
        },
        "inplace": {
            "a": "It did in old versions; since pandas 3 the column is a copy.",
            "b": "No error, at most a warning: that is what makes it dangerous.",
            "c": "Yes: the frame stays as it was. Assign the result instead.",
            "d": "Even the one column stays as it was.",
        },
        "zeros": {
            "a": "Yes: the zeros take part in the mean. Make them nan first.",
            "b": "The zeros are no weights, but they are added up like some.",
            "c": "Zeros pull a mean of positive numbers down.",
            "d": "0 is a number like any other: nothing becomes nan.",
        },
        "leak": {
            "a": "Then the test cats have a say in the training data: a leak.",
            "b": "Yes: what is learnt, even a mean, is learnt from training rows.",
            "c": "Then one weight means two things, and new cats come one by one.",
            "d": "The test cats may judge, never teach.",
        },
        "overlap": {
            "a": "They may well differ; the data are too few to show it.",
            "b": "Chance alone gives such differences often.",
            "c": "Yes: both orders are within what chance does.",
            "d": "Width is no mistake: it says how little is known.",
        },
    },
}


@right("capital letters")
def decisions():
    letters = {"argmax": "B", "tuple": "C", "count": "A", "labels": "D"}
    return letters | {"inplace": "C", "zeros": "A", "leak": "B", "overlap": "C"}


@right("with brackets")
def decisions():
    letters = {"overlap": "c)", "leak": "b)", "zeros": "a)", "inplace": "c)"}
    return letters | {"labels": "d)", "count": "a)", "tuple": "c)", "argmax": "b)"}


@right("with spaces and dots")
def decisions():
    letters = {"argmax": " b", "tuple": "c.", "count": "a ", "labels": "d"}
    return letters | {"inplace": "c", "zeros": " a ", "leak": "b.", "overlap": "c"}
