//! Rules on changes of the plan: each act's cards against the plan that it changes.

use std::borrow::Cow;

use super::atto::{iniziali, numerazione};
use super::inspection::{Inspection, data, parole};
use super::numeri::{fra_le_parole, si_o_no};
use super::problema::{Forma, Genere, Vocabolario};
use super::scheda::{self, Contesto, Schede};
use crate::model::{
    Atto, Cambio, Componente, Effetto, Estensione, Firma, GenereCambio, Modifica, Obiettivo,
    Presenza, RuoloAtto, RuoloFirma, Seduta,
};
use crate::source::form::{Lista, Scritto};
use crate::source::written::{ComponenteScritto, EliminatoScritto, ModificaScritta, SchedaScritta};
use crate::source::{CicloFiles, ModificaFiles, Place};

/// The changes of a plan.
pub(super) struct Modifiche {
    /// By date; those not adopted yet last.
    pub(super) modifiche: Vec<Modifica>,
    /// Whether every card of every act could be read.
    pub(super) tutte_lette: bool,
}

/// Checks the changes of a plan, in the order in which the acts were adopted.
pub(super) fn check(
    files: &CicloFiles,
    originarie: &Schede,
    estensione: Estensione,
    contesto: Contesto<'_>,
    inspection: &mut Inspection<'_>,
) -> Modifiche {
    let mut fatte = Modifiche {
        modifiche: Vec::new(),
        tutte_lette: true,
    };
    nomi(&files.modifiche, inspection);
    let mut lette: Vec<(Atto, &ModificaFiles)> = Vec::new();
    for files in &files.modifiche {
        if let Some(atto) = atto_di(files, inspection) {
            lette.push((atto, files));
        } else {
            // Of which plan they are nobody can say; what is wrong in them is told all the same.
            scheda::check(&files.schede, contesto, inspection);
            fatte.tutte_lette = false;
        }
    }
    lette.sort_by_key(|(atto, _)| (atto.data().is_none(), atto.data()));
    // Of the plan as approved there is a copy only once an act changes it.
    let mut piano = Cow::Borrowed(originarie.obiettivi.as_slice());
    let mut certo = files.schede_complete && originarie.tutte_lette && fatte.tutte_lette;
    for (atto, files) in lette {
        let schede = scheda::check(&files.schede, contesto, inspection);
        let scritta = files.atto.as_ref();
        let eliminati = scritta.and_then(|scritta| scritta.eliminati.as_ref());
        let dovuti = schede.obiettivi.len() + eliminati.map_or(0, Vec::len);
        let cambi = Cambi {
            piano: &piano,
            certo,
            estensione,
            inspection: &mut *inspection,
            trovati: Vec::new(),
        };
        let cambi = cambi.trovati(files, schede.obiettivi);
        let complete = files.schede_complete && schede.tutte_lette && cambi.len() == dovuti;
        certo &= complete;
        fatte.tutte_lette &= complete;
        if atto.data().is_some() {
            let piano = piano.to_mut();
            for cambio in &cambi {
                cambio.applica(piano, Obiettivo::clone);
            }
        }
        fatte
            .modifiche
            .extend(modifica(files, atto, cambi, inspection));
    }
    fatte
}

fn modifica(
    files: &ModificaFiles,
    atto: Atto,
    cambi: Vec<Cambio>,
    inspection: &mut Inspection<'_>,
) -> Option<Modifica> {
    let inizio = Place::start_of(files.file);
    let codice = inspection.codice_del_nome(&files.cartella, &inizio);
    let scritta = files.atto.as_ref()?;
    let seduta = seduta(scritta, inspection);
    Some(Modifica {
        codice: codice?,
        atto,
        seduta,
        motivazione: parole(scritta.motivazione.as_ref()),
        ricostruita: parole(scritta.ricostruita.as_ref()),
        cambi,
    })
}

/// The folders of acts are folders of the site: their names must differ on every file system, and from
/// that of the plan as first approved.
fn nomi(files: &[ModificaFiles], inspection: &mut Inspection<'_>) {
    for (posto, modifica) in files.iter().enumerate() {
        let luogo = Place::start_of(modifica.file);
        let nome = modifica.cartella.clone();
        if nome.eq_ignore_ascii_case(ORIGINARIO) {
            inspection.nota(&luogo, Genere::NomeRiservato { nome });
            continue;
        }
        let mut prima = files.iter().take(posto);
        let altro = prima.find(|altra| altra.cartella.eq_ignore_ascii_case(&nome));
        if let Some(altra) = altro {
            let altro = altra.cartella.clone();
            inspection.nota(&luogo, Genere::NomiConfondibili { nome, altro });
        }
    }
}

/// How the site calls the plan as first approved.
const ORIGINARIO: &str = "originario";

fn atto_di(files: &ModificaFiles, inspection: &mut Inspection<'_>) -> Option<Atto> {
    if !files.atto_presente {
        let cartella = files.cartella.clone();
        inspection.nota(
            &Place::start_of(files.file),
            Genere::AttoMancante { cartella },
        );
    }
    let scritta = files.atto.as_ref()?;
    let about = &scritta.about;
    let organo = inspection.dovuto(scritta.organo.as_ref(), "organo", Forma::Modifica, about);
    let numerazione = numerazione(scritta.numero.as_ref(), scritta.data.as_ref(), inspection);
    let organo = organo?;
    Some(Atto {
        ruolo: RuoloAtto::Modifica,
        organo: organo.testo.clone(),
        sigla: parole(scritta.sigla.as_ref()).unwrap_or_else(|| iniziali(&organo.testo)),
        numerazione: numerazione?,
        oggetto: parole(scritta.oggetto.as_ref()),
        firme: firme(scritta),
    })
}

/// Who presided and who kept the minutes have signed, once the act has a number.
fn firme(scritta: &ModificaScritta) -> Vec<Firma> {
    let firma = |ruolo, nome: Option<&Scritto>| {
        let nome = parole(nome)?;
        Some(Firma { ruolo, nome })
    };
    let presidente = firma(RuoloFirma::Presidente, scritta.presidente.as_ref());
    let segretario = firma(RuoloFirma::Segretario, scritta.segretario.as_ref());
    let adottata = scritta.numero.is_some();
    let firme = presidente.into_iter().chain(segretario);
    firme.filter(|_| adottata).collect()
}

fn seduta(scritta: &ModificaScritta, inspection: &mut Inspection<'_>) -> Seduta {
    let componenti = scritta.presenti.iter().flatten();
    let richiami = scritta.richiami.iter().flat_map(|Lista(testi)| testi);
    let giorno = |scritta: Option<&Scritto>, inspection: &mut Inspection<'_>| {
        scritta.and_then(|scritta| data(scritta, None, inspection))
    };
    Seduta {
        ora: parole(scritta.ora.as_ref()),
        pubblicata: giorno(scritta.pubblicata.as_ref(), inspection),
        esecutiva: giorno(scritta.esecutiva.as_ref(), inspection),
        richiami: richiami.map(|testo| testo.testo.clone()).collect(),
        componenti: componenti
            .filter_map(|scritto| componente(scritto, inspection))
            .collect(),
        presidente: parole(scritta.presidente.as_ref()),
        segretario: parole(scritta.segretario.as_ref()),
    }
}

fn componente(scritto: &ComponenteScritto, inspection: &mut Inspection<'_>) -> Option<Componente> {
    let about = &scritto.about;
    let presenza = si_o_no(
        scritto.presente.as_ref(),
        [Presenza::Presente, Presenza::Presente, Presenza::Assente],
        inspection,
    );
    let nome = inspection.dovuto(scritto.nome.as_ref(), "nome", Forma::Componente, about)?;
    Some(Componente {
        nome: nome.testo.clone(),
        carica: parole(scritto.carica.as_ref()),
        presenza,
    })
}

/// What one act does to the plan before it.
struct Cambi<'a, 'c> {
    piano: &'a [Obiettivo],
    /// Whether every card of it could be read: only then one that is not there is missing.
    certo: bool,
    estensione: Estensione,
    inspection: &'a mut Inspection<'c>,
    trovati: Vec<Cambio>,
}

impl Cambi<'_, '_> {
    fn trovati(mut self, files: &ModificaFiles, obiettivi: Vec<Obiettivo>) -> Vec<Cambio> {
        self.delle_schede(&files.schede, obiettivi);
        let scritta = files.atto.as_ref();
        let eliminati = scritta.and_then(|scritta| scritta.eliminati.as_deref());
        let eliminati = eliminati.unwrap_or_default();
        self.eliminati(eliminati);
        let niente = files.schede_complete && files.schede.is_empty() && eliminati.is_empty();
        if let (true, Some(scritta)) = (niente, scritta) {
            let genere = Genere::ModificaSenzaEffetto { obiettivo: None };
            self.inspection.nota(&scritta.about.posto, genere);
        }
        self.trovati
    }

    fn delle_schede(&mut self, scritte: &[SchedaScritta], obiettivi: Vec<Obiettivo>) {
        for obiettivo in obiettivi {
            let codice = obiettivo.codice.as_str();
            let scritta = scritte.iter().find(|scritta| {
                let suo = scritta.codice.as_ref();
                suo.is_some_and(|suo| suo.testo == codice)
            });
            let Some(scritta) = scritta else { continue };
            let motivo = parole(scritta.motivo.as_ref());
            let effetto = self.effetto(scritta, obiettivo);
            if let Some(effetto) = effetto {
                self.tocca(scheda::luogo(scritta), Cambio { effetto, motivo });
            }
        }
    }

    fn effetto(&mut self, scritta: &SchedaScritta, dopo: Obiettivo) -> Option<Effetto> {
        let prima = self.nel_piano(dopo.codice.as_str()).cloned();
        let detto = match &scritta.cambio {
            Some(cambio) => Some(self.cambio(cambio)?),
            None => None,
        };
        let luogo = scheda::luogo(scritta);
        let obiettivo = dopo.codice.to_string();
        match (detto, prima, self.estensione) {
            (Some(GenereCambio::Inserito), Some(_), _) => {
                let genere = Genere::SchedaGiaNelPiano { obiettivo };
                self.inspection.nota(luogo, genere);
                None
            }
            (Some(GenereCambio::Eliminato), Some(prima), _) => {
                Some(Effetto::Eliminato(Box::new(prima)))
            }
            (Some(GenereCambio::Modificato) | None, Some(prima), _) => {
                if prima == dopo {
                    let obiettivo = Some(obiettivo);
                    let genere = Genere::ModificaSenzaEffetto { obiettivo };
                    self.inspection.nota(luogo, genere);
                }
                Some(Effetto::Modificato {
                    prima: Some(Box::new(prima)),
                    dopo: Box::new(dopo),
                })
            }
            (Some(GenereCambio::Inserito), None, _) | (None, None, Estensione::Intero) => {
                Some(Effetto::Inserito(Box::new(dopo)))
            }
            (None, None, Estensione::Parziale) => {
                self.inspection
                    .nota(luogo, Genere::CambioDovuto { obiettivo });
                None
            }
            (Some(GenereCambio::Eliminato), None, Estensione::Parziale) => {
                Some(Effetto::Eliminato(Box::new(dopo)))
            }
            (Some(GenereCambio::Modificato), None, Estensione::Parziale) => {
                Some(Effetto::Modificato {
                    prima: None,
                    dopo: Box::new(dopo),
                })
            }
            (Some(_), None, Estensione::Intero) => {
                self.non_nel_piano(luogo, obiettivo);
                None
            }
        }
    }

    fn cambio(&mut self, scritto: &Scritto) -> Option<GenereCambio> {
        let vocabolario = Vocabolario::Cambio;
        fra_le_parole(scritto, &GenereCambio::PAROLE, vocabolario, self.inspection)
    }

    fn eliminati(&mut self, scritti: &[EliminatoScritto]) {
        for scritto in scritti {
            let about = &scritto.about;
            let dovuto = scritto.obiettivo.as_ref();
            let codice = self
                .inspection
                .dovuto(dovuto, "obiettivo", Forma::Eliminato, about);
            let Some(codice) = codice else { continue };
            match self.nel_piano(&codice.testo).cloned() {
                Some(prima) => {
                    let effetto = Effetto::Eliminato(Box::new(prima));
                    let motivo = parole(scritto.motivo.as_ref());
                    self.tocca(&codice.luogo, Cambio { effetto, motivo });
                }
                None => self.non_nel_piano(&codice.luogo, codice.testo.clone()),
            }
        }
    }

    /// An act does one thing to a card.
    fn tocca(&mut self, luogo: &Place, cambio: Cambio) {
        let codice = &cambio.scheda().codice;
        let toccata = |altro: &Cambio| altro.scheda().codice == *codice;
        if self.trovati.iter().any(toccata) {
            let obiettivo = codice.to_string();
            self.inspection
                .nota(luogo, Genere::CambioRipetuto { obiettivo });
        }
        self.trovati.push(cambio);
    }

    fn nel_piano(&self, codice: &str) -> Option<&Obiettivo> {
        self.piano
            .iter()
            .find(|obiettivo| obiettivo.codice.as_str() == codice)
    }

    fn non_nel_piano(&mut self, luogo: &Place, obiettivo: String) {
        if !self.certo {
            return;
        }
        let noti = self.piano.iter().map(|o| o.codice.to_string()).collect();
        let genere = Genere::SchedaNonNelPiano {
            obiettivo,
            noti,
            estensione: self.estensione,
        };
        self.inspection.nota(luogo, genere);
    }
}

/// The cards of the plan as approved must not say what an act does to them.
pub(super) fn fuori_posto(scritte: &[SchedaScritta], inspection: &mut Inspection<'_>) {
    for scritta in scritte {
        if let Some(scritto) = scritta.cambio.as_ref().or(scritta.motivo.as_ref()) {
            inspection.nota(&scritto.luogo, Genere::CambioFuoriPosto);
        }
    }
}
