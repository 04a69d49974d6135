// The functions of the `numpy` module in Python, over ndarray.ts, and the module itself.
export const functionsText = `
def asarray(value, dtype=None):
    if isinstance(value, ndarray):
        return value if dtype is None or value.dtype is typed(dtype) else value.astype(dtype)
    shape = []
    below = value
    while isinstance(below, (list, tuple, range, _array.array, bytes, bytearray, ndarray)):
        if isinstance(below, ndarray):
            shape.extend(below.shape)
            break
        shape.append(len(below))
        if len(below) == 0: break
        below = below[0]
    flat = []
    def take(v, depth):
        if isinstance(v, ndarray): v = v.tolist()
        if isinstance(v, (list, tuple, range, _array.array, bytes, bytearray)):
            if depth >= len(shape) or len(v) != shape[depth]:
                raise ValueError('setting an array element with a sequence. The requested array has an inhomogeneous shape after ' + str(depth) + ' dimensions.')
            for each in v: take(each, depth + 1)
        elif depth != len(shape):
            raise ValueError('setting an array element with a sequence. The requested array has an inhomogeneous shape after ' + str(depth) + ' dimensions.')
        elif isinstance(v, (int, float, bool)): flat.append(v)
        else: raise TypeError('an array holds numbers and booleans, not ' + repr(v))
    take(value, 0)
    found = bool_ if len(flat) > 0 else float32
    for v in flat:
        if isinstance(v, float):
            found = float32
            break
        if not isinstance(v, bool): found = int32
    wanted = found if dtype is None else typed(dtype)
    try:
        if wanted is float32: values = _array.array('f', flat)
        elif wanted is bool_: values = _array.array('i', [1 if v else 0 for v in flat])
        else: values = _array.array('i', [whole(v) for v in flat])
    except OverflowError: raise OverflowError('Python integer out of bounds for int32')
    made = host.take(wanted.name, json.dumps(shape), uctypes.addressof(values) if len(flat) else 0)
    if isinstance(made, str): refused(made)
    return wrapped(made)

def whole(v):
    v = int(v)
    if v < -2147483648 or v > 2147483647: raise OverflowError('Python integer ' + str(v) + ' out of bounds for int32')
    return v

def array(value, dtype=None):
    made = asarray(value, dtype)
    return wrapped(made._h)

def frombuffer(buffer, dtype='float32'):
    about = typed(dtype)
    if about is bool_: return asarray([b != 0 for b in buffer])
    if len(buffer) % 4: raise ValueError('buffer size must be a multiple of element size')
    values = _array.array(about.code, bytes(buffer))
    return ndarray(host.take(about.name, json.dumps([len(values)]), uctypes.addressof(values) if len(values) else 0))

def full(shape, value, dtype=None):
    return call('broadcast_to', {'shape': sizes(shape)}, asarray(value, dtype))
def zeros(shape, dtype=float): return full(shape, 0, dtype)
def ones(shape, dtype=float): return full(shape, 1, dtype)
def full_like(a, value, dtype=None): return full(asarray(a).shape, value, asarray(a).dtype if dtype is None else dtype)
def zeros_like(a, dtype=None): return full_like(a, 0, dtype)
def ones_like(a, dtype=None): return full_like(a, 1, dtype)
def arange(start, stop=None, step=1, dtype=None):
    if stop is None: start, stop = 0, start
    if step == 0: raise ZeroDivisionError('division by zero')
    isfloat = isinstance(start, float) or isinstance(stop, float) or isinstance(step, float)
    about = typed(dtype if dtype is not None else float if isfloat else int)
    return call('arange', {'start': start, 'step': step, 'count': max(0, math.ceil((stop - start) / step)), 'type': about.name})
def linspace(start, stop, num=50, endpoint=True):
    parts = num - 1 if endpoint else num
    step = (stop - start) / parts if parts > 0 else 0
    return asarray([stop if endpoint and i == num - 1 and num > 1 else start + i * step for i in range(num)], float32)
def eye(n, m=None, k=0, dtype=float):
    columns = arange(n if m is None else m)
    return (columns[None, :] - arange(n)[:, None] == k).astype(dtype)

def reshape(a, shape): return call('reshape', {'shape': sizes(shape)}, asarray(a))
def ravel(a): return reshape(a, -1)
def transpose(a, axes=None): return call('transpose', {'axes': None if axes is None else list(axes)}, asarray(a))
def swapaxes(a, i, j):
    order = list(range(asarray(a).ndim))
    order[i], order[j] = order[j], order[i]
    return transpose(a, order)
def concatenate(arrays, axis=0): return call('concatenate', {'axis': axis}, *[asarray(a) for a in arrays])
def stack(arrays, axis=0): return call('stack', {'axis': axis}, *[asarray(a) for a in arrays])
def atleast_1d(a):
    a = asarray(a)
    return a if a.ndim > 0 else reshape(a, 1)
def vstack(arrays): return concatenate([reshape(a, (1, -1)) if asarray(a).ndim < 2 else a for a in arrays])
def hstack(arrays):
    arrays = [atleast_1d(a) for a in arrays]
    return concatenate(arrays, 0 if arrays[0].ndim == 1 else 1)
def split(a, parts, axis=0):
    a = asarray(a)
    if axis < 0: axis += a.ndim
    n = a.shape[axis]
    if isinstance(parts, int):
        if n % parts: raise ValueError('array split does not result in an equal division')
        cuts = [n // parts * i for i in range(1, parts)]
    else: cuts = list(parts)
    ends = [0] + cuts + [n]
    before = (slice_all,) * axis
    return [a[before + (slicing(ends[i], ends[i + 1]),)] for i in range(len(ends) - 1)]
def expand_dims(a, axis): return call('expand_dims', {'axes': axes_of(axis)}, asarray(a))
def squeeze(a, axis=None): return call('squeeze', {'axes': axes_of(axis)}, asarray(a))
def broadcast_to(a, shape): return call('broadcast_to', {'shape': sizes(shape)}, asarray(a))
def tile(a, reps): return call('tile', {'shape': sizes(reps)}, asarray(a))
def repeat(a, repeats, axis=None): return call('repeat', {'times': repeats, 'axis': axis}, asarray(a))
def pad(a, pad_width, mode='constant', constant_values=0):
    a = asarray(a)
    if isinstance(pad_width, int): widths = [[pad_width, pad_width]] * a.ndim
    elif isinstance(pad_width[0], int): widths = [[pad_width[0], pad_width[-1]]] * a.ndim
    else: widths = [[w[0], w[-1]] for w in pad_width] * (a.ndim if len(pad_width) == 1 else 1)
    return call('pad', {'widths': widths, 'mode': mode}, a, asarray(constant_values))
def flip(a, axis=None):
    a = asarray(a)
    along = range(a.ndim) if axis is None else [n % a.ndim for n in axes_of(axis)]
    return a[tuple([slice_back if n in along else slice_all for n in range(a.ndim)])]
def take(a, indices, axis=None):
    a = asarray(a)
    if axis is None: return ravel(a)[asarray(indices)]
    return a[(slice_all,) * (axis % a.ndim) + (asarray(indices),)]

def where(condition, *choices):
    if len(choices) == 0: return nonzero(condition)
    return call('where', {}, asarray(condition), asarray(choices[0]), asarray(choices[1]))
def nonzero(a):
    a = asarray(a)
    return tuple([call('nonzero', {'axis': axis}, a) for axis in range(a.ndim)])
def unique(a): return call('unique', {}, asarray(a))
def clip(a, a_min=None, a_max=None):
    a = asarray(a)
    if a_min is not None: a = maximum(a, a_min)
    return a if a_max is None else minimum(a, a_max)
def round_(a, decimals=0):
    a = asarray(a)
    if decimals == 0 or a.dtype is not float32: return call('round', {}, a)
    return call('round', {}, a * 10 ** decimals) / 10 ** decimals
maximum = both('maximum'); minimum = both('minimum')

def var(a, axis=None, ddof=0, keepdims=False):
    return call('var', {'axes': axes_of(axis), 'keepdims': keepdims, 'spare': ddof}, asarray(a))
def std(a, axis=None, ddof=0, keepdims=False): return call('sqrt', {}, var(a, axis, ddof, keepdims))
sort = along('sort', -1)
def matmul(a, b): return call('matmul', {}, asarray(a), asarray(b))
def dot(a, b):
    a, b = asarray(a), asarray(b)
    return call('multiply', {}, a, b) if a.ndim == 0 or b.ndim == 0 else call('dot', {}, a, b)
def outer(a, b): return ravel(a)[:, None] * ravel(b)[None, :]
def einsum(equation, *arrays): return call('einsum', {'equation': equation}, *[asarray(a) for a in arrays])
def norm(x, ord=None, axis=None, keepdims=False):
    x = asarray(x)
    if ord is None or ord == 2 and (isinstance(axis, int) or x.ndim == 1):
        return call('sqrt', {}, call('sum', {'axes': axes_of(axis), 'keepdims': keepdims}, call('square', {}, x.astype(float32))))
    if not isinstance(axis, int) and x.ndim != 1: raise ValueError('norms of matrices: only the Frobenius norm')
    if ord == 1: return call('sum', {'axes': axes_of(axis), 'keepdims': keepdims}, abs(x).astype(float32))
    if ord == math.inf: return call('max', {'axes': axes_of(axis), 'keepdims': keepdims}, abs(x).astype(float32))
    raise ValueError('norms of 1, 2 and inf')
def array_equal(a, b):
    a, b = asarray(a), asarray(b)
    return a.shape == b.shape and bool((a == b).all())
def isclose(a, b, rtol=1e-5, atol=1e-8):
    a, b = asarray(a), asarray(b)
    return (a == b) | (abs(a - b) <= atol + rtol * abs(b))
def allclose(a, b, rtol=1e-5, atol=1e-8): return bool(isclose(a, b, rtol, atol).all())

class Keys:
    def __getitem__(self, key): return key
slice_all = Keys()[:]
slice_back = Keys()[::-1]
def slicing(start, stop): return Keys()[start:stop]

class Module: pass
np = Module()
for name in ('exp', 'log', 'sqrt', 'sin', 'cos', 'tan', 'tanh', 'sinh', 'cosh', 'arcsin', 'arccos', 'arctan', 'floor', 'ceil', 'abs', 'negative', 'sign', 'square', 'logical_not', 'invert', 'isnan'):
    setattr(np, name, one(name))
for name in ('add', 'subtract', 'multiply', 'divide', 'floor_divide', 'remainder', 'power', 'maximum', 'minimum', 'equal', 'not_equal', 'less', 'less_equal', 'greater', 'greater_equal', 'logical_and', 'logical_or', 'logical_xor', 'bitwise_and', 'bitwise_or', 'bitwise_xor'):
    setattr(np, name, both(name))
for name in ('sum', 'prod', 'max', 'min', 'mean', 'any', 'all'):
    setattr(np, name, folding(name)); setattr(ndarray, name, folding(name))
for name, default in (('argsort', -1), ('cumsum', None)):
    setattr(np, name, along(name, default)); setattr(ndarray, name, along(name, default))
for name in ('argmax', 'argmin'):
    setattr(np, name, placing(name)); setattr(ndarray, name, placing(name))
ndarray.var = var; ndarray.std = std
for name, value in (
    ('array', array), ('asarray', asarray), ('frombuffer', frombuffer), ('full', full), ('zeros', zeros), ('ones', ones),
    ('full_like', full_like), ('zeros_like', zeros_like), ('ones_like', ones_like), ('arange', arange), ('linspace', linspace),
    ('eye', eye), ('identity', eye), ('reshape', reshape), ('ravel', ravel), ('transpose', transpose), ('swapaxes', swapaxes),
    ('concatenate', concatenate), ('stack', stack), ('vstack', vstack), ('hstack', hstack), ('split', split), ('expand_dims', expand_dims),
    ('squeeze', squeeze), ('broadcast_to', broadcast_to), ('tile', tile), ('repeat', repeat), ('pad', pad), ('flip', flip),
    ('take', take), ('where', where), ('nonzero', nonzero), ('unique', unique), ('clip', clip), ('round', round_), ('around', round_),
    ('var', var), ('std', std), ('sort', sort), ('matmul', matmul), ('dot', dot), ('outer', outer), ('einsum', einsum),
    ('array_equal', array_equal), ('isclose', isclose), ('allclose', allclose), ('atleast_1d', atleast_1d), ('absolute', np.abs), ('mod', np.remainder),
    ('true_divide', np.divide), ('amax', np.max), ('amin', np.min), ('ndarray', ndarray), ('dtype', typed),
    ('float32', float32), ('int32', int32), ('bool_', bool_), ('pi', math.pi), ('e', math.e), ('inf', math.inf), ('nan', math.nan), ('newaxis', None),
):
    setattr(np, name, value)
np.linalg = Module()
np.linalg.norm = norm
sys.modules['numpy'] = np
sys.modules['numpy.linalg'] = np.linalg

`;
