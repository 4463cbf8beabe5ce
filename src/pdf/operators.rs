//! The operators of a content stream (ISO 32000-1, annex A), written straight to bytes.
//!
//! Libraries hold operators as values and write text as hexadecimal digits; for a document of hundreds of
//! pages that was a third of the time and half of the memory, and twice as many bytes to compress.
//!
//! Owns how operators are spelt; never decides what a page draws ([`super::content`] does).

use super::spelling::written;

/// A content stream in the making.
#[derive(Debug, Default)]
pub(super) struct Operators {
    bytes: Vec<u8>,
}

/// What stands in the text of a `TJ`: codes of two bytes, or a step back in thousandths of an em.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Shown {
    /// A glyph, by its code.
    Code(u16),
    /// How far the pen goes back.
    Back(f64),
}

impl Operators {
    /// The stream.
    pub(super) fn finish(self) -> Vec<u8> {
        self.bytes
    }

    /// An operator with numbers before it.
    pub(super) fn with<const N: usize>(&mut self, numbers: [f64; N], operator: &str) {
        for number in numbers {
            decimal(&mut self.bytes, number);
            self.bytes.push(b' ');
        }
        self.operator(operator);
    }

    /// An operator after what stands already.
    pub(super) fn operator(&mut self, operator: &str) {
        self.bytes.extend(operator.as_bytes());
        self.bytes.push(b'\n');
    }

    /// `BDC`: the beginning of a marked-content sequence of the tree.
    pub(super) fn begin_content(&mut self, number: usize) {
        written(&mut self.bytes, format_args!("/P<</MCID {number}>>BDC\n"));
    }

    /// `BDC`: the beginning of an artifact.
    pub(super) fn begin_artifact(&mut self, kind: &str, subtype: Option<&str>) {
        self.bytes.extend(b"/Artifact<</Type/");
        self.bytes.extend(kind.as_bytes());
        if let Some(subtype) = subtype {
            self.bytes.extend(b"/Subtype/");
            self.bytes.extend(subtype.as_bytes());
        }
        self.operator(">>BDC");
    }

    /// `Tf`: a font by its name, and its size.
    pub(super) fn font(&mut self, name: &str, size: f64) {
        self.name(name);
        self.bytes.push(b' ');
        self.with([size], "Tf");
    }

    /// `Do`: an image by its name.
    pub(super) fn image(&mut self, name: &str) {
        self.name(name);
        self.bytes.push(b' ');
        self.operator("Do");
    }

    /// `d`: dashes of no length, a step apart.
    pub(super) fn dots(&mut self, step: f64) {
        self.bytes.extend(b"[0 ");
        decimal(&mut self.bytes, step);
        self.operator("]0 d");
    }

    /// `TJ`, or `Tj` when nothing steps back: text.
    pub(super) fn show(&mut self, shown: &[Shown]) {
        let plain = shown.iter().all(|part| matches!(part, Shown::Code(_)));
        let mut open = false;
        if !plain {
            self.bytes.push(b'[');
        }
        for part in shown {
            match part {
                Shown::Code(code) => {
                    if !open {
                        self.bytes.push(b'(');
                        open = true;
                    }
                    for byte in code.to_be_bytes() {
                        self.string_byte(byte);
                    }
                }
                Shown::Back(distance) => {
                    if open {
                        self.bytes.push(b')');
                        open = false;
                    }
                    decimal(&mut self.bytes, *distance);
                }
            }
        }
        if open {
            self.bytes.push(b')');
        }
        self.operator(if plain { "Tj" } else { "]TJ" });
    }

    /// A byte of a literal string (ISO 32000-1, 7.3.4.2).
    fn string_byte(&mut self, byte: u8) {
        match byte {
            b'(' | b')' | b'\\' => self.bytes.extend([b'\\', byte]),
            b'\r' => self.bytes.extend(b"\\r"),
            b'\n' => self.bytes.extend(b"\\n"),
            other => self.bytes.push(other),
        }
    }

    /// A name of letters and digits.
    fn name(&mut self, name: &str) {
        self.bytes.push(b'/');
        self.bytes.extend(name.as_bytes());
    }
}

/// A number with three decimals at most, which on paper is finer than anything.
fn decimal(out: &mut Vec<u8>, number: f64) {
    let thousandths = thousandths(number);
    if thousandths < 0 {
        out.push(b'-');
    }
    let size = thousandths.unsigned_abs();
    let (whole, mut rest) = (size / 1000, size % 1000);
    written(out, format_args!("{whole}"));
    if rest > 0 {
        out.push(b'.');
    }
    let mut unit = 100;
    while rest > 0 {
        out.push(b'0' + u8::try_from(rest / unit).unwrap_or_default());
        rest %= unit;
        unit /= 10;
    }
}

/// The nearest count of thousandths.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a cast of a float saturates, and a page is no kilometre long"
)]
fn thousandths(number: f64) -> i64 {
    (number * 1000.0).round() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Operators)) -> String {
        let mut operators = Operators::default();
        write(&mut operators);
        String::from_utf8_lossy(&operators.finish()).into_owned()
    }

    #[test]
    fn numbers_have_no_more_digits_than_they_need() {
        let numbers = [0.0, 1.0, -1.5, 0.05, 12.3456, -0.0004, 100.001, 0.5];
        let text = written(|operators| operators.with(numbers, "x"));
        assert_eq!(text, "0 1 -1.5 0.05 12.346 0 100.001 0.5 x\n");
    }

    #[test]
    fn codes_are_joined_between_steps() {
        let shown = [
            Shown::Code(0x4142),
            Shown::Code(0x4344),
            Shown::Back(3.5),
            Shown::Back(-2.0),
            Shown::Code(0x4546),
        ];
        assert_eq!(
            written(|operators| operators.show(&shown)),
            "[(ABCD)3.5-2(EF)]TJ\n"
        );
        let plain = [Shown::Code(0x4142)];
        assert_eq!(written(|operators| operators.show(&plain)), "(AB)Tj\n");
    }

    #[test]
    fn bytes_that_mean_something_in_a_string_are_escaped() {
        let shown = [
            Shown::Code(0x2829),
            Shown::Code(0x5C0D),
            Shown::Code(0x0A41),
        ];
        assert_eq!(
            written(|operators| operators.show(&shown)),
            "(\\(\\)\\\\\\r\\nA)Tj\n"
        );
    }
}
