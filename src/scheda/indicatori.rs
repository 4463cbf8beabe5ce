//! The table of indicators: a column for everything that some indicator of the card says.

use super::{Cella, Colonna, GenereCella, Modulo, Riga, Risultati, Tabella, tratti};
use crate::lingua;
use crate::model::{
    CategoriaIndicatore, ChiaveValore, Conta, EsitoIndicatore, Indicatore, Settore, Valori, Verso,
    VoceModello,
};
use crate::parole::Parole;
use crate::score;

/// A column: what its head is, and what stands in its cells.
struct Definizione<'a> {
    colonna: Colonna,
    cella: Box<dyn Fn(&Indicatore) -> Cella + 'a>,
    /// Whether it is shown even when every cell of it is empty.
    presenza: Presenza,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Presenza {
    Sempre,
    SeServe,
}

impl Modulo<'_> {
    /// The indicators by kind, in the order of the form; those without a kind first.
    pub(super) fn indicatori(&self) -> Tabella {
        let mut indicatori: Vec<&Indicatore> = self.obiettivo.indicatori.iter().collect();
        let posto = |indicatore: &&Indicatore| {
            let mut categorie = CategoriaIndicatore::PAROLE.iter();
            categorie.position(|(_, categoria)| Some(*categoria) == indicatore.categoria)
        };
        indicatori.sort_by_key(posto);
        let definizioni: Vec<Definizione<'_>> = self
            .definizioni()
            .into_iter()
            .filter(|definizione| {
                definizione.presenza == Presenza::Sempre
                    || indicatori
                        .iter()
                        .any(|indicatore| (definizione.cella)(indicatore) != Cella::default())
            })
            .collect();
        Tabella {
            righe: indicatori
                .iter()
                .map(|indicatore| Riga {
                    celle: definizioni.iter().map(|d| (d.cella)(indicatore)).collect(),
                })
                .collect(),
            colonne: definizioni.into_iter().map(|d| d.colonna).collect(),
        }
    }

    /// Whether the indicators of the ciclo are activities to be done: then the form speaks of them so.
    pub(super) fn di_attivita(&self) -> bool {
        let mut indicatori = self.obiettivo.indicatori.iter().peekable();
        indicatori.peek().is_some()
            && indicatori.all(|i| i.categoria == Some(CategoriaIndicatore::Attivita))
    }

    /// What kind of indicators follow; of activities it would say nothing.
    fn gruppo(&self) -> Definizione<'_> {
        let attivita = self.di_attivita();
        let parole = self.parole;
        let suo = self.ciclo.modello.nome(VoceModello::Categoria);
        Definizione {
            colonna: Colonna {
                titolo: suo.unwrap_or(&parole.scheda.categoria).to_owned(),
                genere: GenereCella::Gruppo,
            },
            cella: Box::new(move |i| {
                if attivita {
                    Cella::default()
                } else {
                    categoria(i, parole)
                }
            }),
            presenza: Presenza::SeServe,
        }
    }

    fn definizioni(&self) -> Vec<Definizione<'_>> {
        let attivita = self.di_attivita();
        let parole = self.parole;
        let (soggetto, atteso, raggiunto) = if attivita {
            (
                &self.parole.scheda.attivita_da_compiere,
                &self.parole.scheda.previsto,
                &self.parole.scheda.ottenuto,
            )
        } else {
            (
                &self.parole.scheda.indicatore,
                &self.parole.scheda.atteso,
                &self.parole.scheda.raggiunto,
            )
        };
        let nome = |voce, usuale: &str| {
            let suo = self.ciclo.modello.nome(voce);
            suo.unwrap_or(usuale).to_owned()
        };
        let valore = |titolo, presenza, cella: Box<dyn Fn(&Indicatore) -> Cella>| Definizione {
            colonna: Colonna {
                titolo,
                genere: GenereCella::Valore,
            },
            cella,
            presenza,
        };
        let risultato = match self.risultati {
            Risultati::DaCompilare => Presenza::Sempre,
            Risultati::CheCiSono { .. } => Presenza::SeServe,
        };
        let da_mostrare = self.mostra_risultati();
        let settori = self.ciclo.settori.as_slice();
        let se_serve = Presenza::SeServe;
        let mut definizioni = vec![
            self.gruppo(),
            Definizione {
                colonna: Colonna {
                    titolo: nome(VoceModello::Indicatore, soggetto),
                    genere: GenereCella::Soggetto,
                },
                cella: Box::new(move |i| self::soggetto(i, parole)),
                presenza: Presenza::Sempre,
            },
            valore(
                self.parole.comune.peso.to_string(),
                se_serve,
                Box::new(move |i| peso(i, parole)),
            ),
            valore(
                nome(VoceModello::Tempistica, &self.parole.scheda.tempistica),
                se_serve,
                Box::new(|i| una(i.tempistica.clone())),
            ),
            valore(
                self.parole.scheda.anni_passati.to_string(),
                se_serve,
                Box::new(storico),
            ),
            valore(
                nome(VoceModello::Base, &self.parole.scheda.base),
                se_serve,
                Box::new(|i| una(i.base.as_ref().map(|base| base.scritto.clone()))),
            ),
            valore(
                nome(VoceModello::Atteso, atteso),
                risultato,
                Box::new(move |i| una(valori(&i.atteso, settori))),
            ),
            valore(
                nome(VoceModello::Raggiunto, raggiunto),
                risultato,
                Box::new(move |i| {
                    if da_mostrare {
                        ottenuto(i, settori, parole)
                    } else {
                        Cella::default()
                    }
                }),
            ),
        ];
        if da_mostrare || !attivita {
            definizioni.push(valore(
                nome(VoceModello::Scostamento, &self.parole.scheda.scostamento),
                risultato,
                Box::new(move |i| {
                    if da_mostrare {
                        scostamento(i, settori, parole)
                    } else {
                        Cella::default()
                    }
                }),
            ));
        }
        definizioni
    }
}

fn una(testo: Option<String>) -> Cella {
    Cella {
        testo: tratti(testo.unwrap_or_default()),
        note: Vec::new(),
    }
}

fn categoria(indicatore: &Indicatore, parole: &Parole) -> Cella {
    let categoria = indicatore.categoria;
    una(categoria.map(|categoria| lingua::categoria(categoria, parole).to_owned()))
}

fn soggetto(indicatore: &Indicatore, parole: &Parole) -> Cella {
    let formula = indicatore.formula.as_ref();
    let fonte = indicatore.fonte.as_ref();
    let note = [
        formula.map(|formula| parole.scheda.formula.con(&[("formula", formula)])),
        fonte.map(|fonte| parole.scheda.fonte.con(&[("fonte", fonte)])),
        (indicatore.verso == Verso::Basso).then(|| parole.scheda.meglio_se_basso.to_string()),
    ];
    Cella {
        testo: tratti(&indicatore.nome),
        note: note.into_iter().flatten().collect(),
    }
}

fn peso(indicatore: &Indicatore, parole: &Parole) -> Cella {
    una(match indicatore.conta {
        Conta::Peso(peso) => Some(lingua::numero(peso.valore(), parole)),
        Conta::Condizione => Some(parole.scheda.condizione.to_string()),
        Conta::SenzaPeso => None,
    })
}

fn storico(indicatore: &Indicatore) -> Cella {
    let anni = indicatore.storico.iter();
    let anni: Vec<String> = anni
        .map(|(anno, valore)| format!("{anno}: {}", valore.scritto))
        .collect();
    una((!anni.is_empty()).then(|| anni.join("; ")))
}

/// A value, or one for each year or settore: *2025: 30; 2026: 40*.
fn valori(valori: &Valori, settori: &[Settore]) -> Option<String> {
    match valori {
        Valori::Assenti => None,
        Valori::Unico(valore) => Some(valore.scritto.clone()),
        Valori::Per(voci) => {
            let voci = voci.iter();
            let voci = voci.map(|(chiave, valore)| per(chiave, &valore.scritto, settori));
            Some(voci.collect::<Vec<_>>().join("; "))
        }
    }
}

fn scostamento(indicatore: &Indicatore, settori: &[Settore], parole: &Parole) -> Cella {
    let scarti = score::scarti(indicatore).into_iter();
    let scarti = scarti.map(|(chiave, scarto)| {
        let detto = lingua::scarto(&scarto, parole);
        match chiave {
            Some(chiave) => per(chiave, &detto, settori),
            None => detto,
        }
    });
    let scarti: Vec<String> = scarti.collect();
    una((!scarti.is_empty()).then(|| scarti.join("; ")))
}

/// What is said for a year or settore: *2025: 30*, *Tecnico: 90%*.
fn per(chiave: &ChiaveValore, detto: &str, settori: &[Settore]) -> String {
    match chiave {
        ChiaveValore::Anno(anno) => format!("{anno}: {detto}"),
        ChiaveValore::Settore(codice) => {
            let settore = settori.iter().find(|settore| settore.codice == *codice);
            let nome = settore.map_or_else(|| codice.as_str(), |s| s.nome_breve.as_str());
            format!("{nome}: {detto}")
        }
    }
}

fn ottenuto(indicatore: &Indicatore, settori: &[Settore], parole: &Parole) -> Cella {
    let ottenuto = &indicatore.ottenuto;
    let mut note: Vec<String> = Vec::new();
    note.extend(ottenuto.esito.map(|esito| match esito {
        EsitoIndicatore::Raggiunto => parole.scheda.esito_raggiunto.to_string(),
        EsitoIndicatore::Parziale(quanto) => {
            let quanto = lingua::percentuale(quanto, parole);
            parole.scheda.esito_in_parte.con(&[("quanto", &quanto)])
        }
        EsitoIndicatore::NonRaggiunto => parole.scheda.esito_non_raggiunto.to_string(),
    }));
    note.extend(ottenuto.nota.clone());
    let mut detto = valori(&ottenuto.valori, settori);
    if detto.is_none() {
        detto = (!note.is_empty()).then(|| note.remove(0));
    }
    Cella {
        testo: tratti(detto.unwrap_or_default()),
        note,
    }
}
