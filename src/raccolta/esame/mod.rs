//! What a filled workbook changes, against the form as it would be today.

mod riconosciuto;
mod righe;

use std::collections::{BTreeMap, BTreeSet};

use self::riconosciuto::Letto;
use super::difetto::{Difetto, Indirizzo};
use super::lettura::Libro;
use super::modulo::{Campo, Cella, Dove, Foglio, Modulo, Tipo, Uso};
use super::risposta::{in_parole, uguali};
use super::xlsx::NIENTE;
use super::yaml::{Cambiamento, Passo};
use crate::model::leggi_punti;

/// A value that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cambio {
    /// The file of results.
    pub file: String,
    /// What changes in it.
    pub cambiamento: Cambiamento,
    /// The cell that says so.
    pub dove: Indirizzo,
    /// The objective, by its code.
    pub obiettivo: String,
    /// What of it: *grado*, *indicatore 2, raggiunto*.
    pub che_cosa: String,
    /// What was written.
    pub prima: Option<String>,
}

/// What a workbook says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Esame {
    /// What changes, in the order of the sheets.
    pub cambi: Vec<Cambio>,
    /// What is wrong, or deserves a look.
    pub difetti: Vec<Difetto>,
}

/// Looks at every cell.
#[must_use]
pub fn esamina(modulo: &Modulo, libro: &Libro) -> Esame {
    let mut esame = Esame::default();
    for foglio in modulo
        .fogli
        .iter()
        .filter(|foglio| !foglio.righe.is_empty())
    {
        match Letto::trova(foglio, libro) {
            Some(letto) => Confronto { modulo, foglio, letto, esame: &mut esame, vuote: Vec::new() }.righe(),
            None => esame.difetti.push(Difetto::del_file(
                format!("non c'è il foglio «{}», con le sue intestazioni", foglio.nome),
                "rimettere le intestazioni come erano, oppure ricopiare le risposte in un foglio esportato di nuovo",
            )),
        }
    }
    esame
}

struct Confronto<'a> {
    modulo: &'a Modulo,
    foglio: &'a Foglio,
    letto: Letto<'a>,
    esame: &'a mut Esame,
    /// The cells that are empty although something is written.
    vuote: Vec<Indirizzo>,
}

impl Confronto<'_> {
    fn righe(&mut self) {
        self.colonne_mancanti();
        let usate: BTreeSet<u32> = self
            .letto
            .foglio
            .celle
            .keys()
            .map(|(riga, _)| *riga)
            .filter(|riga| *riga > self.letto.testata)
            .collect();
        let mut viste: BTreeMap<Vec<String>, u32> = BTreeMap::new();
        for riga in usate {
            let chiave = self.chiave_letta(riga);
            if chiave.iter().all(String::is_empty) {
                self.riga_senza_codice(riga);
                continue;
            }
            let sua = self
                .foglio
                .righe
                .iter()
                .find(|celle| self.chiave(celle) == chiave);
            let Some(celle) = sua else {
                self.riga_sconosciuta(riga, &chiave);
                continue;
            };
            if let Some(prima) = viste.insert(chiave, riga) {
                let (dove, prima) = (self.indirizzo(riga, 0), self.indirizzo(prima, 0));
                self.difetto(
                    dove,
                    format!("questa riga c'è due volte: anche in {prima}"),
                    "lasciarne una sola, con le risposte giuste",
                );
                continue;
            }
            self.riga(riga, celle);
        }
        self.righe_mancanti(&viste);
        self.caselle_vuote();
    }

    fn difetto(&mut self, dove: Indirizzo, che_cosa: impl Into<String>, rimedio: &str) {
        self.esame
            .difetti
            .push(Difetto::in_casella(dove, che_cosa, rimedio));
    }

    /// The address of a column of the form in a row; of the first column where it is gone.
    fn indirizzo(&self, riga: u32, colonna: usize) -> Indirizzo {
        let posto = self.letto.colonne.get(colonna).copied().flatten();
        self.letto
            .foglio
            .indirizzo((riga, posto.unwrap_or_default()))
    }

    fn parole(&self, riga: u32, colonna: usize) -> String {
        let posto = self.letto.colonne.get(colonna).copied().flatten();
        posto
            .map(|posto| self.letto.foglio.parole((riga, posto)))
            .unwrap_or_default()
    }

    fn chiave_letta(&self, riga: u32) -> Vec<String> {
        let colonne = self.foglio.colonne.iter().enumerate();
        colonne
            .filter(|(_, colonna)| colonna.uso == Uso::Chiave)
            .map(|(posto, _)| self.parole(riga, posto))
            .collect()
    }

    fn chiave(&self, celle: &[Cella]) -> Vec<String> {
        let insieme = self.foglio.colonne.iter().zip(celle);
        insieme
            .filter(|(colonna, _)| colonna.uso == Uso::Chiave)
            .map(|(_, cella)| match cella {
                Cella::Scritta(testo) => testo.clone(),
                Cella::Chiusa | Cella::Aperta(_) => String::new(),
            })
            .collect()
    }

    fn riga(&mut self, riga: u32, celle: &[Cella]) {
        self.com_era(riga, celle);
        let mut giudizi: Vec<(usize, &Campo)> = Vec::new();
        for (posto, cella) in celle.iter().enumerate() {
            match cella {
                Cella::Scritta(_) => {}
                Cella::Chiusa => self.chiusa(riga, posto),
                Cella::Aperta(campo) => match campo.tipo {
                    Tipo::Grado(_) | Tipo::Giudizio(_) => giudizi.push((posto, campo)),
                    Tipo::Esito if self.senza_quanto(riga, posto, celle) => {}
                    _ => self.risposta(riga, posto, campo),
                },
            }
        }
        if let [grado, esito] = giudizi.as_slice() {
            self.giudizio(riga, *grado, *esito);
        }
    }

    /// Whether a row still says what it said when it was exported.
    fn com_era(&mut self, riga: u32, celle: &[Cella]) {
        for (posto, (colonna, cella)) in self.foglio.colonne.iter().zip(celle).enumerate() {
            let Cella::Scritta(atteso) = cella else {
                continue;
            };
            let semplice = |testo: &str| testo.split_whitespace().collect::<Vec<_>>().join(" ");
            let letto = self.parole(riga, posto);
            let c_e = self.letto.colonne.get(posto).copied().flatten().is_some();
            if !c_e || semplice(&letto) == semplice(atteso) {
                continue;
            }
            let dove = self.indirizzo(riga, posto);
            match colonna.uso {
                Uso::Nome => {
                    self.difetto(
                        dove,
                        format!("nel piano qui c'è scritto «{atteso}»"),
                        "se il testo è stato cambiato per sbaglio, rimetterlo; se è cambiato il piano, esportare di nuovo il foglio",
                    );
                }
                Uso::Detto => {
                    let difetto = Difetto::in_casella(
                        dove,
                        format!(
                            "nel piano qui c'è scritto «{atteso}»: il foglio non può cambiarlo"
                        ),
                        "controllare che la risposta tenga conto del piano com'è",
                    );
                    self.esame.difetti.push(difetto.solo_avviso());
                }
                Uso::Chiave | Uso::Compilare => {}
            }
        }
    }

    /// Whether an indicator is said to be reached in part, and nobody says how far.
    fn senza_quanto(&mut self, riga: u32, esito: usize, celle: &[Cella]) -> bool {
        let quanto =
            |cella: &Cella| matches!(cella, Cella::Aperta(campo) if campo.tipo == Tipo::Quanto);
        let Some(quanto) = celle.iter().position(quanto) else {
            return false;
        };
        let detto =
            matches!(celle.get(quanto), Some(Cella::Aperta(campo)) if campo.attuale.is_some());
        let parziale = self.parole(riga, esito).eq_ignore_ascii_case("parziale");
        let manca = parziale && !detto && !self.piena(riga, quanto);
        if manca {
            let dove = self.indirizzo(riga, quanto);
            self.difetto(
                dove,
                "accanto a «parziale» manca quanto è stato raggiunto",
                "scrivere una percentuale, per esempio 50%",
            );
        }
        manca
    }

    fn chiusa(&mut self, riga: u32, posto: usize) {
        let scritto = self.parole(riga, posto);
        if !scritto.is_empty() && scritto != NIENTE {
            let dove = self.indirizzo(riga, posto);
            self.difetto(
                dove,
                "questa casella non chiede niente, e qualcuno vi ha scritto",
                "svuotarla; un testo su un obiettivo di tutto l'ente va nel foglio di struttura",
            );
        }
    }

    /// What an open cell says; nothing where it is empty, or wrong (then told).
    fn letta(&mut self, riga: u32, posto: usize, campo: &Campo) -> Option<String> {
        let colonna = self.letto.colonne.get(posto).copied().flatten()?;
        let contenuto = self.letto.foglio.celle.get(&(riga, colonna))?;
        match in_parole(contenuto, &campo.tipo, self.modulo) {
            Ok(testo) => Some(testo).filter(|testo| !testo.is_empty()),
            Err((che_cosa, rimedio)) => {
                let dove = self.indirizzo(riga, posto);
                self.difetto(dove, che_cosa, &rimedio);
                None
            }
        }
    }

    fn piena(&self, riga: u32, posto: usize) -> bool {
        let colonna = self.letto.colonne.get(posto).copied().flatten();
        colonna.is_some_and(|colonna| self.letto.foglio.celle.contains_key(&(riga, colonna)))
    }

    fn risposta(&mut self, riga: u32, posto: usize, campo: &Campo) {
        let Some(testo) = self.letta(riga, posto, campo) else {
            self.resta(riga, posto, campo);
            return;
        };
        let prima = campo.attuale.clone();
        let stessa = |scritto: &String| uguali(campo, scritto, &testo, self.modulo);
        if prima.as_ref().is_some_and(stessa) {
            return;
        }
        let cambiamento = Cambiamento {
            percorso: campo.percorso.clone(),
            valore: testo,
            al_posto_di: Vec::new(),
        };
        self.cambia(riga, posto, campo, cambiamento, prima);
    }

    /// An empty cell takes nothing away: noted, so that nobody believes it did.
    fn resta(&mut self, riga: u32, posto: usize, campo: &Campo) {
        if campo.attuale.is_some() && !self.piena(riga, posto) {
            self.vuote.push(self.indirizzo(riga, posto));
        }
    }

    /// A judgement is a grade or words: what is answered takes the place of what was said the other way.
    fn giudizio(&mut self, riga: u32, grado: (usize, &Campo), esito: (usize, &Campo)) {
        let letto = self.letta(riga, grado.0, grado.1);
        let parole = self.letta(riga, esito.0, esito.1);
        let prima = grado.1.attuale.clone().or_else(|| esito.1.attuale.clone());
        let ((posto, campo), testo) = match (letto, parole) {
            (Some(_), Some(_)) => {
                let dove = self.indirizzo(riga, esito.0);
                self.difetto(
                    dove,
                    "ci sono insieme un grado e un esito a parole",
                    "lasciare uno solo dei due, e svuotare l'altro",
                );
                return;
            }
            (Some(testo), None) => (grado, testo),
            (None, Some(testo)) => (esito, testo),
            (None, None) => {
                let scritto = if grado.1.attuale.is_some() {
                    grado
                } else {
                    esito
                };
                self.resta(riga, scritto.0, scritto.1);
                return;
            }
        };
        let stesso = |scritto: &String| uguali(campo, scritto, &testo, self.modulo);
        if campo.attuale.as_ref().is_some_and(stesso) {
            return;
        }
        let mut percorso = campo.percorso.clone();
        let mut al_posto_di = Vec::new();
        if let (Tipo::Grado(Dove::ChiaveSua) | Tipo::Giudizio(Dove::ChiaveSua), Some(ultimo)) =
            (&campo.tipo, percorso.last_mut())
        {
            let sua = match campo.tipo {
                Tipo::Giudizio(_) => "esito",
                _ if leggi_punti(&testo).is_ok() => "punti",
                _ => "grado",
            };
            *ultimo = Passo::Chiave(sua.to_owned());
            let tutte = ["grado", "punti", "esito"];
            al_posto_di = tutte.into_iter().filter(|chiave| *chiave != sua).collect();
        }
        let cambiamento = Cambiamento {
            percorso,
            valore: testo,
            al_posto_di,
        };
        self.cambia(riga, posto, campo, cambiamento, prima);
    }

    fn cambia(
        &mut self,
        riga: u32,
        posto: usize,
        campo: &Campo,
        cambiamento: Cambiamento,
        prima: Option<String>,
    ) {
        let chiave = self.chiave_letta(riga);
        let titolo = self
            .foglio
            .colonne
            .get(posto)
            .map_or("", |colonna| colonna.titolo.as_str());
        let titolo = titolo.to_lowercase();
        let altro: Vec<&str> = chiave
            .iter()
            .skip(1)
            .map(String::as_str)
            .filter(|s| !s.is_empty())
            .collect();
        let che_cosa = match (self.foglio.nome, altro.as_slice()) {
            ("Indicatori", [numero]) => format!("indicatore {numero}, {titolo}"),
            ("Indicatori", [numero, per, ..]) => format!("indicatore {numero}, {titolo} {per}"),
            (_, [per, ..]) => format!("{titolo}, {per}"),
            (_, []) => titolo,
        };
        self.esame.cambi.push(Cambio {
            file: campo.file.clone(),
            cambiamento,
            dove: self.indirizzo(riga, posto),
            obiettivo: chiave.first().cloned().unwrap_or_default(),
            che_cosa,
            prima,
        });
    }
}

/// The beginning of a text.
#[must_use]
pub fn breve(testo: &str) -> String {
    const LUNGO: usize = 60;
    let testo = testo.split_whitespace().collect::<Vec<_>>().join(" ");
    if testo.chars().count() <= LUNGO {
        return testo;
    }
    let inizio: String = testo.chars().take(LUNGO - 1).collect();
    format!("{}…", inizio.trim_end())
}
