//! Single values of `pdf.yaml`, as numbers.

use crate::layout::Colour;

/// Millimetres and points in an inch.
const INCH: (f64, f64) = (25.4, 72.0);

/// A length: a number alone is in points, others say their unit. In points; `None` when it is none.
pub(super) fn length(text: &str) -> Option<f64> {
    let end = text.find(|c: char| c.is_alphabetic()).unwrap_or(text.len());
    let (figures, unit) = text.split_at_checked(end)?;
    let number = number(figures.trim_end())?;
    let of_millimetres = |number: f64| number * INCH.1 / INCH.0;
    match unit.to_ascii_lowercase().as_str() {
        "" | "pt" => Some(number),
        "mm" => Some(of_millimetres(number)),
        "cm" => Some(of_millimetres(10.0 * number)),
        _ => None,
    }
}

/// A number with decimal point or comma, and no exponent.
pub(super) fn number(text: &str) -> Option<f64> {
    let figures = text.strip_prefix('-').unwrap_or(text);
    let simple = figures.starts_with(|c: char| c.is_ascii_digit())
        && figures
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    simple
        .then(|| text.replace(',', ".").parse().ok())
        .flatten()
        .filter(|number: &f64| number.is_finite())
}

/// A colour: `#` and six hexadecimal digits.
pub(super) fn colour(text: &str) -> Option<Colour> {
    let digits = text.strip_prefix('#')?;
    if digits.len() != 6 || !digits.chars().all(|c| c.is_ascii_hexdigit()) {
        return None;
    }
    let channel = |from: usize| {
        let pair = digits.get(from..from + 2)?;
        u8::from_str_radix(pair, 16).ok()
    };
    Some(Colour(channel(0)?, channel(2)?, channel(4)?))
}

/// A colour as it is written.
pub(super) fn hexadecimal(Colour(red, green, blue): Colour) -> String {
    format!("#{red:02X}{green:02X}{blue:02X}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_in_points_unless_it_says_otherwise() {
        assert_eq!(length("841.89"), Some(841.89));
        assert_eq!(length("6,5 pt"), Some(6.5));
        assert_eq!(length("-3"), Some(-3.0));
        assert_eq!(length("25.4mm"), Some(72.0));
        assert_eq!(length("2,54 CM"), Some(72.0));
        for wrong in [
            "", "pt", "1e3", "inf", "NaN", "1.2.3", "3 px", "--1", "1 000", "٣", "à", "5 mm 2",
        ] {
            assert_eq!(length(wrong), None, "{wrong}");
        }
        assert_eq!(length(&"9".repeat(400)), None);
    }

    #[test]
    fn a_colour_has_six_digits() {
        assert_eq!(colour("#0066cC"), Some(Colour(0x00, 0x66, 0xCC)));
        assert_eq!(hexadecimal(Colour(0x00, 0x66, 0xCC)), "#0066CC");
        for wrong in [
            "0066CC", "#06C", "#0066CG", "#0066CC0", "#+0+0+0", "blu", "#àà",
        ] {
            assert_eq!(colour(wrong), None, "{wrong}");
        }
    }
}
