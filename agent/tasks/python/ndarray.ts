// The `ndarray` of the Python face of lazy arrays: calls of the host, operators, indexing, printing. It runs in a namespace of
// its own, with functions.ts behind it; a script sees the module alone.
export const ndarrayText = String.raw`
import array as _array, gc, json, math, sys, uctypes
import __numpy_host as host
del sys.modules['__numpy_host']

kinds = {'ValueError': ValueError, 'IndexError': IndexError, 'TypeError': TypeError}

class dtype:
    def __init__(self, name, of, code):
        self.name = name; self.of = of; self.code = code
    def __repr__(self): return "dtype('" + self.name + "')"
    def __str__(self): return self.name
    def __eq__(self, other):
        return isinstance(other, (dtype, str, type)) and typed(other) is self
    def __hash__(self): return hash(self.name)
    def __call__(self, value=0): return asarray(value, self)

float32 = dtype('float32', float, 'f')
int32 = dtype('int32', int, 'i')
bool_ = dtype('bool', bool, 'i')
dtypes = {'float32': float32, 'int32': int32, 'bool': bool_}

def typed(value):
    if isinstance(value, dtype): return value
    for one in (float32, int32, bool_):
        if value is one.of or value == one.name: return one
    if value == 'float' or value == 'int': return float32 if value == 'float' else int32
    raise TypeError('data type ' + repr(value) + ' not understood: there are float32, int32 and bool')

def refused(text):
    kind, message = text.split(': ', 1)
    raise kinds.get(kind, RuntimeError)(message)

def call(name, given, *arrays):
    handles = [a._h for a in arrays]
    made = host.call(name, json.dumps(given), *handles)
    if made is None:
        gc.collect()
        if host.isFull(): raise MemoryError('the arrays take more memory than the task may have')
        made = host.call(name, json.dumps(given), *handles)
    if isinstance(made, str): refused(made)
    return wrapped(made)

# MicroPython takes what has __float__ for a number wherever a float stands on the left: only arrays without dimensions have it.
def wrapped(handle): return scalar(handle) if host.isScalar(handle) else ndarray(handle)

def both(name):
    def of(x, y): return call(name, {}, asarray(x), asarray(y))
    return of

def one(name):
    def of(x): return call(name, {}, asarray(x))
    return of

def operator(name):
    def of(self, other):
        if not isinstance(other, (ndarray, int, float, bool, list, tuple)): return NotImplemented
        return call(name, {}, self, asarray(other))
    return of

def turned(name):
    def of(self, other): return call(name, {}, asarray(other), self)
    return of

def changing(name):
    def of(self, other):
        made = call(name, {}, self, asarray(other))
        if made.shape != self.shape:
            raise ValueError('non-broadcastable output operand with shape ' + spaceless(self.shape) + " doesn't match the broadcast shape " + spaceless(made.shape))
        self._h = call('cast_in_place', {'type': self.dtype.name}, made)._h
        return self
    return of

def spaceless(shape): return '(' + ','.join([str(n) for n in shape]) + (',)' if len(shape) == 1 else ')')

def sizes(shape):
    if isinstance(shape, (int, ndarray)): return [int(shape)]
    return [int(n) for n in shape]

def axes_of(axis):
    return None if axis is None else [axis] if isinstance(axis, int) else list(axis)

def folding(name):
    def of(x, axis=None, dtype=None, keepdims=False):
        made = call(name, {'axes': axes_of(axis), 'keepdims': keepdims}, asarray(x, dtype))
        return made
    return of

def along(name, default):
    def of(x, axis=default): return call(name, {'axis': axis}, asarray(x))
    return of

def placing(name):
    def of(x, axis=None, keepdims=False): return call(name, {'axis': axis, 'keepdims': keepdims}, asarray(x))
    return of

def keys_of(key):
    arrays = []
    keys = []
    for k in key if isinstance(key, tuple) else (key,):
        if k is None: keys.append({'kind': 'axis'})
        elif k is ...: keys.append({'kind': 'dots'})
        elif isinstance(k, slice):
            part = lambda n: None if n is None else int(n)
            keys.append({'kind': 'slice', 'start': part(k.start), 'stop': part(k.stop), 'step': part(k.step)})
        elif isinstance(k, bool) or isinstance(k, (list, tuple, ndarray)):
            k = asarray(k, int32) if isinstance(k, (list, tuple)) and len(k) == 0 else asarray(k)
            keys.append({'kind': 'array', 'array': len(arrays)})
            arrays.append(k)
        elif isinstance(k, int): keys.append({'kind': 'integer', 'at': k})
        else: raise IndexError('only integers, slices (":"), ellipsis ("..."), numpy.newaxis ("None") and integer or boolean arrays are valid indices'.replace('"', chr(96)))
    return keys, arrays

class ndarray:
    def __init__(self, handle):
        self._h = handle

    def _about(self):
        parts = host.describe(self._h).split(' ')
        return dtypes[parts[0]], tuple([int(n) for n in parts[1:]])
    @property
    def shape(self): return self._about()[1]
    @property
    def dtype(self): return self._about()[0]
    @property
    def ndim(self): return len(self.shape)
    @property
    def size(self):
        n = 1
        for size in self.shape: n *= size
        return n
    @property
    def T(self): return transpose(self)

    def _flat(self):
        about = self.dtype
        out = _array.array(about.code, bytes(4 * self.size))
        refusal = host.give(self._h, uctypes.addressof(out)) if len(out) else None
        if isinstance(refusal, str): refused(refusal)
        return [v != 0 for v in out] if about is bool_ else out
    def tolist(self):
        values = list(self._flat())
        shape = self.shape
        if len(shape) == 0: return values[0]
        for axis in range(len(shape) - 1, 0, -1):
            n = shape[axis]
            count = 1
            for size in shape[:axis]: count *= size
            values = [values[i * n:(i + 1) * n] for i in range(count)]
        return values
    def tobytes(self):
        about = self.dtype
        values = self._flat()
        return bytes(values) if about is bool_ else bytes(memoryview(values))
    def item(self, *at):
        if len(at) > 0: return self[at if len(at) > 1 else at[0]].item() if len(at) == self.ndim else self.ravel()[at[0]].item()
        if self.size != 1: raise ValueError('can only convert an array of size 1 to a Python scalar')
        return self._flat()[0]

    def __len__(self):
        shape = self.shape
        if len(shape) == 0: raise TypeError('len() of unsized object')
        return shape[0]
    def __iter__(self):
        for i in range(len(self)): yield self[i]
    def __bool__(self):
        if self.size != 1: raise ValueError('The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()')
        return bool(self.item())
    def __hash__(self): raise TypeError("unhashable type: 'numpy.ndarray'")
    def __contains__(self, value): return bool((self == value).any())
    def __getitem__(self, key):
        keys, arrays = keys_of(key)
        return call('getitem', {'keys': keys}, self, *arrays)
    def __setitem__(self, key, value):
        keys, arrays = keys_of(key)
        self._h = call('setitem', {'keys': keys}, self, asarray(value), *arrays)._h

    def reshape(self, *shape): return reshape(self, shape if len(shape) != 1 else shape[0])
    def ravel(self): return reshape(self, -1)
    def flatten(self): return reshape(self, -1)
    def copy(self): return wrapped(self._h)
    def astype(self, to): return call('astype', {'type': typed(to).name}, self)
    def transpose(self, *axes): return transpose(self, None if len(axes) == 0 else axes[0] if len(axes) == 1 and not isinstance(axes[0], int) else axes)
    def squeeze(self, axis=None): return squeeze(self, axis)
    def repeat(self, repeats, axis=None): return repeat(self, repeats, axis)
    def clip(self, low=None, high=None): return clip(self, low, high)
    def dot(self, other): return dot(self, other)
    def sort(self, axis=-1): self._h = sort(self, axis)._h
    def round(self, decimals=0): return round_(self, decimals)
    def nonzero(self): return nonzero(self)

    def __str__(self): return shown(self, ' ')
    def __repr__(self):
        about = self.dtype
        text = shown(self, ', ', '       ')
        return 'array(' + text + (', dtype=' + about.name if about is float32 or self.size == 0 else '') + ')'

    __add__ = operator('add'); __radd__ = turned('add'); __iadd__ = changing('add')
    __sub__ = operator('subtract'); __rsub__ = turned('subtract'); __isub__ = changing('subtract')
    __mul__ = operator('multiply'); __rmul__ = turned('multiply'); __imul__ = changing('multiply')
    __truediv__ = operator('divide'); __rtruediv__ = turned('divide'); __itruediv__ = changing('divide')
    __floordiv__ = operator('floor_divide'); __rfloordiv__ = turned('floor_divide'); __ifloordiv__ = changing('floor_divide')
    __mod__ = operator('remainder'); __rmod__ = turned('remainder'); __imod__ = changing('remainder')
    __pow__ = operator('power'); __rpow__ = turned('power'); __ipow__ = changing('power')
    __and__ = operator('bitwise_and'); __rand__ = turned('bitwise_and'); __iand__ = changing('bitwise_and')
    __or__ = operator('bitwise_or'); __ror__ = turned('bitwise_or'); __ior__ = changing('bitwise_or')
    __xor__ = operator('bitwise_xor'); __rxor__ = turned('bitwise_xor'); __ixor__ = changing('bitwise_xor')
    __matmul__ = operator('matmul'); __rmatmul__ = turned('matmul')
    __eq__ = operator('equal'); __ne__ = operator('not_equal')
    __lt__ = operator('less'); __le__ = operator('less_equal')
    __gt__ = operator('greater'); __ge__ = operator('greater_equal')
    def __neg__(self): return call('negative', {}, self)
    def __pos__(self): return self
    def __abs__(self): return call('abs', {}, self)
    def __invert__(self): return call('invert', {}, self)

class scalar(ndarray):
    def __float__(self): return float(self.item())
    def __int__(self): return int(self.item())

def shown(a, between, indent=' '):
    about = a.dtype
    values = a.tolist()
    def number(v):
        if about is not float32: return str(v)
        if v != v: return 'nan'
        if v == math.inf or v == -math.inf: return 'inf' if v > 0 else '-inf'
        return str(int(v)) + '.' if v == int(v) and abs(v) < 1e8 else '%.8g' % v
    def rows(v, depth):
        if not isinstance(v, list): return number(v)
        if len(v) > 0 and isinstance(v[0], list):
            lines = between.rstrip() + '\n' * (a.ndim - depth - 1) + indent + ' ' * depth
            return '[' + lines.join([rows(row, depth + 1) for row in v]) + ']'
        return '[' + between.join([number(one) for one in v]) + ']'
    return rows(values, 0)
`;
