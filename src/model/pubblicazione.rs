//! Where an ente publishes what griglia makes, and on which terms.

use super::Codice;

/// Where an ente publishes, and on which terms.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pubblicazione {
    /// The public address of the folder of its site, where somebody says it.
    pub indirizzo: Option<Indirizzo>,
    /// Its code in the index of public administrations.
    pub codice_ipa: Option<CodiceIpa>,
    /// The licence of its open data.
    pub licenza_dati: Licenza,
}

/// The public address of a folder: `https://www.comune.esempio.it/performance/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indirizzo(String);

/// The text is not the address of a folder on the web.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IndirizzoNonValido;

impl Indirizzo {
    /// Reads an address: http or https, a host with a dot, no query, no fragment. A page written in
    /// full (`…/index.html`) stands for its folder.
    ///
    /// # Errors
    /// When it is not such an address.
    pub fn leggi(testo: &str) -> Result<Self, IndirizzoNonValido> {
        let dopo = testo
            .strip_prefix("https://")
            .or_else(|| testo.strip_prefix("http://"))
            .ok_or(IndirizzoNonValido)?;
        let (host, percorso) = dopo.split_once('/').unwrap_or((dopo, ""));
        let nome = host.split_once(':').map_or(host, |(nome, _)| nome);
        let host_valido = nome.contains('.')
            && nome.split('.').all(|parte| {
                !parte.is_empty()
                    && parte
                        .bytes()
                        .all(|b| b.is_ascii_alphanumeric() || b == b'-')
            });
        let porta_valida = host
            .split_once(':')
            .is_none_or(|(_, porta)| porta.parse::<u16>().is_ok());
        // Unreserved characters, and those that may stand in a segment as they are (RFC 3986).
        let percorso_valido = percorso
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"/-._~%!$&'()*+,;=:@".contains(&b));
        if !(host_valido && porta_valida && percorso_valido) {
            return Err(IndirizzoNonValido);
        }
        let cartella = testo.strip_suffix("/index.html").unwrap_or(testo);
        Ok(Self(format!("{}/", cartella.trim_end_matches('/'))))
    }

    /// The address of the folder, with `/` at the end.
    #[must_use]
    pub fn cartella(&self) -> &str {
        &self.0
    }

    /// The address of a file in it.
    #[must_use]
    pub fn di(&self, percorso: &str) -> String {
        format!("{}{percorso}", self.0)
    }

    /// The folder as its own server names it: `/performance/`.
    #[must_use]
    pub fn sul_server(&self) -> &str {
        let dopo = self.0.split_once("://").map_or("", |(_, dopo)| dopo);
        dopo.find('/')
            .and_then(|inizio| dopo.get(inizio..))
            .unwrap_or("/")
    }
}

/// The code of an ente in IPA, the index of public administrations: `c_a123`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodiceIpa(Codice);

impl CodiceIpa {
    /// Longest code, in characters.
    const MASSIMO: usize = 20;

    /// Reads a code: letters, digits, `_` and `-`.
    ///
    /// # Errors
    /// When it has other characters, or too many.
    pub fn leggi(testo: &str) -> Result<Self, super::CodiceNonValido> {
        let codice = Codice::leggi(testo)?;
        if testo.contains('.') || testo.len() > Self::MASSIMO {
            return Err(super::CodiceNonValido);
        }
        Ok(Self(codice))
    }

    /// The code as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

/// An open licence (D.Lgs. 36/2006, art. 8; CAD, art. 1, l-ter).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Licenza {
    /// Creative Commons Attribuzione 4.0: what `AgID`'s guidelines ask for where nothing speaks against it.
    #[default]
    CcBy4,
    /// Creative Commons Zero: no conditions.
    Cc0,
    /// Creative Commons Attribuzione - Condividi allo stesso modo 4.0.
    CcBySa4,
}

impl Licenza {
    /// As `ente.yaml` writes them.
    pub const PAROLE: [(&str, Self); 3] = [
        ("CC BY 4.0", Self::CcBy4),
        ("CC0 1.0", Self::Cc0),
        ("CC BY-SA 4.0", Self::CcBySa4),
    ];

    /// Its short name.
    #[must_use]
    pub const fn nome(self) -> &'static str {
        match self {
            Self::CcBy4 => "CC BY 4.0",
            Self::Cc0 => "CC0 1.0",
            Self::CcBySa4 => "CC BY-SA 4.0",
        }
    }

    /// Its SPDX identifier.
    #[must_use]
    pub const fn spdx(self) -> &'static str {
        match self {
            Self::CcBy4 => "CC-BY-4.0",
            Self::Cc0 => "CC0-1.0",
            Self::CcBySa4 => "CC-BY-SA-4.0",
        }
    }

    /// Its identifier on the web.
    #[must_use]
    pub const fn uri(self) -> &'static str {
        match self {
            Self::CcBy4 => "https://creativecommons.org/licenses/by/4.0/",
            Self::Cc0 => "https://creativecommons.org/publicdomain/zero/1.0/",
            Self::CcBySa4 => "https://creativecommons.org/licenses/by-sa/4.0/",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_that_of_a_folder() {
        for scritto in [
            "https://www.comune.esempio.it/performance",
            "https://www.comune.esempio.it/performance/",
            "https://www.comune.esempio.it/performance/index.html",
        ] {
            let letto = Indirizzo::leggi(scritto);
            let letto = letto.as_ref().map(|i| (i.di("dati/"), i.sul_server()));
            let atteso = "https://www.comune.esempio.it/performance/dati/".to_owned();
            assert_eq!(letto, Ok((atteso, "/performance/")));
        }
        let radice = Indirizzo::leggi("http://esempio.it:8080");
        assert_eq!(radice.as_ref().map(Indirizzo::sul_server), Ok("/"));
        for sbagliato in [
            "www.esempio.it",
            "ftp://esempio.it",
            "https://esempio",
            "https://.it/",
            "https://esempio.it/?pagina=1",
            "https://esempio.it/#inizio",
            "https://esempio.it/a b",
            "https://esempio.it/\"",
            "https://utente@esempio.it/",
            "https://esempio.it:porta/",
        ] {
            assert_eq!(
                Indirizzo::leggi(sbagliato),
                Err(IndirizzoNonValido),
                "{sbagliato}"
            );
        }
    }
}
