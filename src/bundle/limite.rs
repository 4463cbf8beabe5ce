//! How large a file may be.

use std::str::FromStr;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

/// A number of bytes, as people write it: `50MB`, `2,5 GB`, `800 kB`. A MB is a million bytes, the smaller of
/// the two that a server may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limite(u64);

impl Limite {
    /// In bytes.
    #[must_use]
    pub const fn byte(self) -> u64 {
        self.0
    }
}

impl FromStr for Limite {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const FORM: &str = "si scrive un numero con la sua unità: 50MB, 800kB, 2GB";
        let text = text.trim();
        let end = text
            .find(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.'))
            .ok_or(FORM)?;
        let (number, unit) = text.split_at(end);
        let unit: u64 = match unit.trim().to_ascii_lowercase().as_str() {
            "b" | "byte" => 1,
            "k" | "kb" => 1_000,
            "m" | "mb" => 1_000_000,
            "g" | "gb" => 1_000_000_000,
            _ => return Err(FORM),
        };
        let number: Decimal = number.replace(',', ".").parse().map_err(|_| FORM)?;
        let byte = number.checked_mul(Decimal::from(unit)).ok_or(FORM)?;
        match byte.to_u64() {
            None | Some(0) => Err(FORM),
            Some(byte) => Ok(Self(byte)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_as_people_write_them() {
        for (text, byte) in [
            ("50MB", 50_000_000),
            ("2,5 GB", 2_500_000_000),
            ("800kb", 800_000),
            ("900 byte", 900),
        ] {
            assert_eq!(text.parse(), Ok(Limite(byte)), "{text}");
        }
        for wrong in [
            "50",
            "MB",
            "0MB",
            "-1MB",
            "1.000.000MB",
            "50 pagine",
            "9999999999999GB",
        ] {
            assert!(wrong.parse::<Limite>().is_err(), "{wrong}");
        }
    }
}
