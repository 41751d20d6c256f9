//! Numbers in as few bits as they need, least significant bit first.
//!
//! The reader never fails: past the end it reads zeros. Whoever reads bytes that nobody vouches for gets wrong
//! numbers, which it must expect, and no panic.

/// A quotient of a Rice code that is not written in unary: 24 zeros, then the number itself in 32 bits.
const ESCAPE: u32 = 24;

/// Zero bytes after a stream, so that the last number can be read as eight bytes at once.
pub(crate) const PADDING: usize = 8;

/// Writes bits.
#[derive(Debug, Default)]
pub(crate) struct BitWriter {
    bytes: Vec<u8>,
    held: u64,
    count: u32,
}

impl BitWriter {
    /// How many bits have been written.
    pub fn len(&self) -> usize {
        self.bytes.len() * 8 + self.count as usize
    }

    /// Writes the `width` lowest bits of `value`; at most 32.
    pub fn push(&mut self, value: u32, width: u32) {
        self.held |= u64::from(value) << self.count;
        self.count += width;
        if self.count >= 32 {
            self.bytes.extend((self.held as u32).to_le_bytes());
            self.held >>= 32;
            self.count -= 32;
        }
    }

    /// Writes a number over 0, the smaller the shorter (Elias gamma).
    pub fn gamma(&mut self, value: u32) {
        let width = value.ilog2();
        self.push(0, width);
        self.push(1, 1);
        self.push(value ^ 1 << width, width);
    }

    /// Writes a number of about 2 to the power of `k` (Rice).
    pub fn rice(&mut self, value: u32, k: u32) {
        let quotient = value >> k;
        if quotient < ESCAPE {
            self.push(1 << quotient, quotient + 1);
            self.push(value & low_bits(k), k);
        } else {
            self.push(0, ESCAPE);
            self.push(value, 32);
        }
    }

    /// Writes a number below `limit`, all of them about equally short.
    pub fn below(&mut self, value: u32, limit: u32) {
        let (width, short) = below(limit);
        if value < short {
            self.push(value, width);
        } else {
            let long = value + short;
            self.push(long >> 1, width);
            self.push(long & 1, 1);
        }
    }

    /// Writes a number that is mostly under 2 to the power of `k`, and sometimes much larger (Golomb).
    pub fn golomb(&mut self, value: u32, k: u32) {
        self.gamma((value >> k) + 1);
        self.push(value & low_bits(k), k);
    }

    /// Takes over what `other` wrote, and leaves it empty.
    pub fn take(&mut self, other: &mut BitWriter) {
        let (words, rest) = other.bytes.as_chunks();
        words.iter().for_each(|word| self.push(u32::from_le_bytes(*word), 32));
        rest.iter().for_each(|byte| self.push((*byte).into(), 8));
        self.push(other.held as u32, other.count);
        other.bytes.clear();
        (other.held, other.count) = (0, 0);
    }

    /// The bytes, with [`PADDING`].
    pub fn finish(mut self) -> Vec<u8> {
        self.bytes.extend(&self.held.to_le_bytes()[..self.count.div_ceil(8) as usize]);
        self.bytes.resize(self.bytes.len() + PADDING, 0);
        self.bytes
    }
}

/// Reads what [`BitWriter`] wrote.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BitReader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> BitReader<'a> {
    /// Reads from the bit `at`.
    pub fn new(bytes: &'a [u8], at: usize) -> Self {
        BitReader { bytes, at }
    }

    /// Reads the same bits from `at`.
    pub fn moved(&self, at: usize) -> Self {
        BitReader { bytes: self.bytes, at }
    }

    /// The bit that is read next.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Leaves out `bits`.
    pub fn skip(&mut self, bits: usize) {
        self.at = self.at.saturating_add(bits);
    }

    /// The next bits, 57 of them at least.
    #[inline]
    fn window(&self) -> u64 {
        let bytes = self.bytes.get(self.at >> 3..).and_then(|rest| rest.first_chunk());
        bytes.map_or(0, |bytes| u64::from_le_bytes(*bytes)) >> (self.at & 7)
    }

    /// Reads a number of `width` bits; at most 32.
    #[inline]
    pub fn read(&mut self, width: u32) -> u32 {
        let value = self.window() as u32 & low_bits(width);
        self.at += width as usize;
        value
    }
}

/// Reads many codes one after the other: several from each window of eight bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Codes<'a> {
    bits: BitReader<'a>,
    window: u64,
    /// How many bits of the window are left.
    left: u32,
}

impl<'a> Codes<'a> {
    /// Goes on where `bits` is.
    pub fn new(bits: BitReader<'a>) -> Self {
        Codes { bits, window: 0, left: 0 }
    }

    /// Where it is.
    pub fn bits(&self) -> BitReader<'a> {
        self.bits
    }

    fn refill(&mut self) {
        (self.window, self.left) = (self.bits.window(), 57);
    }

    fn skip(&mut self, size: u32) {
        self.bits.at += size as usize;
        self.window >>= size;
        self.left = self.left.saturating_sub(size);
    }

    /// Reads a number of `width` bits; at most 32.
    pub fn read(&mut self, width: u32) -> u32 {
        if width > self.left {
            self.refill();
        }
        let number = self.window as u32 & low_bits(width);
        self.skip(width);
        number
    }

    /// Reads what [`BitWriter::golomb`] wrote.
    pub fn golomb(&mut self, k: u32) -> u32 {
        let high = self.gamma() - 1;
        high << k | self.read(k)
    }

    /// Reads what [`BitWriter::rice`] wrote.
    pub fn rice(&mut self, k: u32) -> u32 {
        let mut quotient = self.window.trailing_zeros();
        if quotient >= ESCAPE || quotient + 1 + k > self.left {
            self.refill();
            quotient = self.window.trailing_zeros();
            if quotient >= ESCAPE {
                let number = (self.window >> ESCAPE) as u32;
                self.skip(ESCAPE + 32);
                return number;
            }
        }
        let number = quotient << k | (self.window >> (quotient + 1)) as u32 & low_bits(k);
        self.skip(quotient + 1 + k);
        number
    }

    /// Reads what [`BitWriter::below`] wrote.
    pub fn below(&mut self, limit: u32) -> u32 {
        let (width, short) = below(limit);
        if width + 1 > self.left {
            self.refill();
        }
        let value = self.window as u32 & low_bits(width);
        let last = (self.window >> width) as u32 & 1;
        let is_long = u32::from(value >= short);
        self.skip(width + is_long);
        // Of a longer one, the last bit was written last. Without a branch: which it is cannot be guessed.
        value + is_long * (value + last).wrapping_sub(short)
    }

    /// Reads what [`BitWriter::gamma`] wrote.
    pub fn gamma(&mut self) -> u32 {
        if self.window.trailing_zeros() * 2 + 1 > self.left {
            self.refill();
        }
        let width = self.window.trailing_zeros().min(28);
        let number = 1 << width | (self.window >> (width + 1)) as u32 & low_bits(width);
        self.skip(2 * width + 1);
        number
    }
}

/// A mask of the `width` lowest bits.
#[inline]
fn low_bits(width: u32) -> u32 {
    ((1_u64 << width) - 1) as u32
}

/// How many bits the shorter numbers below `limit` take, and how many of them are shorter by one than the rest.
#[inline]
fn below(limit: u32) -> (u32, u32) {
    let width = limit.max(1).ilog2();
    (width, (2_u32 << width).saturating_sub(limit.max(1)))
}

/// How many bits the numbers below `limit` need.
#[inline]
pub(crate) fn width_below(limit: u32) -> u32 {
    u32::BITS - limit.saturating_sub(1).leading_zeros()
}
