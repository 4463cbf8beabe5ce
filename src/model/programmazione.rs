//! What stands above the objectives: linea di mandato, missione, programma, obiettivo strategico.

use super::Valutazione;

/// A node of the planning above the objectives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nodo {
    /// Its code as text: `01.02` keeps its zeros.
    pub codice: String,
    /// What it is: *linea di mandato*, *missione*, *programma*.
    pub livello: String,
    /// Its title.
    pub titolo: String,
    /// The codes of what stands above it: none, one or several.
    pub sotto: Vec<String>,
    /// What was validated of it as a whole, where the results speak of the programme.
    pub risultato: Option<Valutazione>,
    /// What there is to add to that.
    pub nota: Option<String>,
}
