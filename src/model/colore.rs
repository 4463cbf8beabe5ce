//! A colour, and how far two of them stand apart.

/// A colour of sRGB: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colore(pub u8, pub u8, pub u8);

/// The text is no colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColoreNonValido;

impl Colore {
    /// The white of a page.
    pub const BIANCO: Self = Self(0xFF, 0xFF, 0xFF);
    /// Black.
    pub const NERO: Self = Self(0, 0, 0);

    /// Contrast of two colours, from 1 to 21 (WCAG 2.1, 1.4.3).
    #[must_use]
    pub fn contrasto(self, altro: Self) -> f64 {
        let (uno, altro) = (self.luminanza(), altro.luminanza());
        (uno.max(altro) + 0.05) / (uno.min(altro) + 0.05)
    }

    /// So many hundredths of another colour in this one.
    #[must_use]
    pub fn con(self, altro: Self, centesimi: u8) -> Self {
        let centesimi = centesimi.min(100);
        let canale = |da: u8, a: u8| {
            let (da, a, parte) = (u32::from(da), u32::from(a), u32::from(centesimi));
            u8::try_from((da * (100 - parte) + a * parte) / 100).unwrap_or(u8::MAX)
        };
        Self(
            canale(self.0, altro.0),
            canale(self.1, altro.1),
            canale(self.2, altro.2),
        )
    }

    /// The nearest colour towards another that stands out so much from all grounds; that other where
    /// none does.
    #[must_use]
    pub fn leggibile(self, verso: Self, fondi: &[Self], minimo: f64) -> Self {
        let mut gradini = (0..=100).map(|centesimi| self.con(verso, centesimi));
        let leggibile =
            |colore: &Self| fondi.iter().all(|fondo| colore.contrasto(*fondo) >= minimo);
        gradini.find(leggibile).unwrap_or(verso)
    }

    /// As style sheets write it: `#0066CC`.
    #[must_use]
    pub fn esadecimale(self) -> String {
        format!("#{:02X}{:02X}{:02X}", self.0, self.1, self.2)
    }

    /// Relative luminance, from 0 to 1.
    fn luminanza(self) -> f64 {
        let lineare = |canale: u8| {
            let canale = f64::from(canale) / 255.0;
            // WCAG 2.1 writes 0.03928; the sRGB standard has this, and no colour of 8 bits lies between.
            if canale <= 0.040_45 {
                canale / 12.92
            } else {
                ((canale + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * lineare(self.0) + 0.7152 * lineare(self.1) + 0.0722 * lineare(self.2)
    }
}

/// Reads a colour: `#` and six hexadecimal digits.
///
/// # Errors
/// When it is none.
pub fn leggi_colore(testo: &str) -> Result<Colore, ColoreNonValido> {
    let cifre = testo.strip_prefix('#').ok_or(ColoreNonValido)?;
    if cifre.len() != 6 || !cifre.chars().all(|c| c.is_ascii_hexdigit()) {
        return Err(ColoreNonValido);
    }
    let canale = |da: usize| {
        let coppia = cifre.get(da..da + 2).ok_or(ColoreNonValido)?;
        u8::from_str_radix(coppia, 16).map_err(|_| ColoreNonValido)
    };
    Ok(Colore(canale(0)?, canale(2)?, canale(4)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_has_six_digits() {
        assert_eq!(leggi_colore("#0066cC"), Ok(Colore(0x00, 0x66, 0xCC)));
        for sbagliato in ["0066CC", "#06C", "#0066CG", "#+0+0+0", "blu", "#àà"] {
            assert_eq!(leggi_colore(sbagliato), Err(ColoreNonValido), "{sbagliato}");
        }
    }

    #[test]
    fn what_is_too_near_moves_away_and_no_further() {
        let giallo = Colore(0xFF, 0xCC, 0x00);
        let scuro = giallo.leggibile(Colore::NERO, &[Colore::BIANCO], 4.5);
        assert!(scuro.contrasto(Colore::BIANCO) >= 4.5);
        assert!(scuro.contrasto(Colore::BIANCO) < 4.8);
        let blu = Colore(0x00, 0x66, 0xCC);
        assert_eq!(blu.leggibile(Colore::NERO, &[Colore::BIANCO], 4.5), blu);
    }
}
