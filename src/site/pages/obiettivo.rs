//! An objective: what was promised, how it is measured, what came of it, who answers, what became of
//! it from year to year.

use serde::Serialize;

use crate::griglia::colonne::titolo;
use crate::lingua;
use crate::model::{Ambito, Anni, Annualita, Ciclo, Conta, Obiettivo, RuoloAtto, Settore};
use crate::parole::Parole;
use crate::publish::OutputFile;
use crate::scheda::{Risultati, scheda};
use crate::site::barra::{Barra, RisultatoScritto};
use crate::site::cornice::{Cornice, Testata, Voce};
use crate::site::frase::apertura;
use crate::site::links::{Href, SitePath};
use crate::site::misure::{self, MisuraScritta};
use crate::site::scheda::{Da, DatoScritto, SezioneScritta, TrattoScritto};
use crate::site::sigle::Sigle;
use crate::site::spiegazioni::Spiegazioni;
use crate::site::stato::{Gradi, StatoScritto};
use crate::site::{SiteError, Sito, aggiornamento, avviso, e_solo_previsto, page};
use crate::storia::Tappa;

use super::atti::AttoScritto;
use super::vicini::Vicini;

#[derive(Serialize)]
struct Modello {
    cornice: Cornice,
    anno: String,
    codice: String,
    titolo: String,
    annualita: Option<String>,
    stato: StatoScritto,
    frase: Vec<TrattoScritto>,
    barra: Option<Barra>,
    sezioni: Vec<SezioneScritta>,
    /// Of its indicators: target and result as pictures.
    misure: Vec<MisuraScritta>,
    /// Of an objective of struttura: the grade of each settore.
    gradi: Vec<GradoDiSettore>,
    parti: Vec<ObiettivoInBreve>,
    modifiche: Vec<ModificaInBreve>,
    storia: Vec<TappaScritta>,
    dati: Vec<DatoScritto>,
    /// Whose result the weight bears on: *del settore*; none without a weight.
    conta_per: Option<String>,
    atti: Vec<AttoScritto>,
    vicini: Vicini,
}

/// An objective as other pages list it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ObiettivoInBreve {
    titolo: String,
    href: Href,
    /// Its year, and what it is part of.
    nota: Option<String>,
    peso: Option<String>,
    /// None in a plan that nothing came of yet: the page says it once.
    stato: Option<StatoScritto>,
    #[serde(skip)]
    anni: Option<Anni>,
    #[serde(skip)]
    parte: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct GradoDiSettore {
    nome: String,
    href: Href,
    risultato: RisultatoScritto,
}

/// What an act did to the card.
#[derive(Serialize)]
struct ModificaInBreve {
    parole: String,
    atto: Voce,
    motivo: Option<String>,
}

/// The card in another year.
#[derive(Serialize)]
struct TappaScritta {
    anno: String,
    titolo: String,
    /// None for this very page.
    href: Option<Href>,
    peso: Option<String>,
    stato: StatoScritto,
}

impl ObiettivoInBreve {
    /// With a state that depends on where it is listed.
    pub(super) fn new(
        obiettivo: &Obiettivo,
        stato: StatoScritto,
        ciclo: &Ciclo,
        path: &SitePath,
        parole: &Parole,
    ) -> Self {
        let detti = &parole.obiettivo;
        let meta = SitePath::obiettivo(&ciclo.codice, obiettivo.codice.as_str());
        let intero = obiettivo.legami.parte_di.as_ref();
        let anno = obiettivo.anni.map(|anni| anni.to_string());
        let parte = intero.map(|intero| detti.parte_di.con(&[("codice", intero.as_str())]));
        let nota: Vec<&str> = anno.iter().chain(&parte).map(String::as_str).collect();
        let con_stato = !e_solo_previsto(ciclo) || ciclo.eliminato_da(&obiettivo.codice).is_some();
        Self {
            titolo: titolo(obiettivo, parole),
            href: path.to(&meta),
            nota: (!nota.is_empty()).then(|| nota.join(", ")),
            anni: obiettivo.anni,
            peso: match obiettivo.conta {
                Conta::Peso(peso) if intero.is_none() => Some(
                    detti
                        .peso
                        .con(&[("peso", &lingua::numero(peso.valore(), parole))]),
                ),
                Conta::Peso(peso) => Some(
                    detti
                        .vale
                        .con(&[("peso", &lingua::numero(peso.valore(), parole))]),
                ),
                Conta::Condizione => Some(parole.griglia.condizione.to_string()),
                Conta::SenzaPeso => None,
            },
            stato: con_stato.then_some(stato),
            parte,
        }
    }

    /// The years that its card says.
    pub(super) const fn anni(&self) -> Option<Anni> {
        self.anni
    }

    /// Where the years are said above it.
    pub(super) fn senza_anni(self) -> Self {
        let nota = self.parte.clone();
        Self { nota, ..self }
    }

    /// With a note of the page's own.
    pub(super) fn con_nota(self, nota: String) -> Self {
        let nota = Some(nota);
        Self { nota, ..self }
    }

    /// As a settore has it: of a shared objective, with the weight of its share.
    pub(super) fn per(self, obiettivo: &Obiettivo, settore: &Settore, parole: &Parole) -> Self {
        let quota = matches!(obiettivo.ambito, Ambito::Condiviso(_));
        let peso = obiettivo.peso_per(settore).filter(|_| quota);
        Self {
            peso: peso
                .map(|peso| {
                    let peso = lingua::numero(peso, parole);
                    parole.obiettivo.peso.con(&[("peso", &peso)])
                })
                .or(self.peso),
            ..self
        }
    }
}

/// The page of an objective, in force or taken out of the plan.
pub(in crate::site) fn render(
    sito: &Sito<'_>,
    ciclo: &Ciclo,
    obiettivo: &Obiettivo,
) -> Result<OutputFile, SiteError> {
    let path = SitePath::obiettivo(&ciclo.codice, obiettivo.codice.as_str());
    let gradi = Gradi::di(obiettivo, ciclo);
    let frase = apertura(&sito.ente.denominazione, obiettivo, ciclo, sito.parole);
    let risultati = Risultati::CheCiSono {
        parti: sito.accanto.parti(ciclo, obiettivo),
    };
    let modello = scheda(obiettivo, ciclo, risultati, sito.parole);
    let da = Da {
        path: &path,
        ciclo: &ciclo.codice,
        parole: sito.parole,
    };
    let mut sigle = Sigle::di(sito.ente);
    let frase_spiegata = sigle.in_testo(&frase);
    // The names of the fields come before the headings, wherever they stand: they are links themselves.
    let mut spiegazioni = Spiegazioni::new(&path, sito.parole);
    let mut dati = spiegazioni.dati(DatoScritto::elenco(&modello.dati, da));
    let sezioni = modello.sezioni.iter();
    let sezioni = sezioni
        .map(|sezione| SezioneScritta::di(sezione, da).con_sigle(&mut sigle))
        .map(|sezione| spiegazioni.sezione(sezione))
        .collect();
    DatoScritto::con_sigle(&mut dati, &mut sigle);
    let pesato = obiettivo.conta.peso().is_some() && obiettivo.conta_da_solo();
    let storia = sito.storie.della(&ciclo.codice, &obiettivo.codice);
    let modello = Modello {
        cornice: Cornice::new(sito, testata(sito.parole, ciclo, obiettivo, &frase, &path)),
        anno: obiettivo.anni.unwrap_or(ciclo.anni).to_string(),
        codice: obiettivo.codice.to_string(),
        titolo: obiettivo.titolo.clone(),
        annualita: obiettivo.annualita.map(|anni| annualita(anni, sito.parole)),
        stato: StatoScritto::di(obiettivo, ciclo, sito.parole),
        frase: frase_spiegata,
        barra: match gradi {
            Gradi::Uguale(grado) => Barra::di(
                sito.parole.scheda.grado_di_raggiungimento.to_string(),
                Some(grado),
                sito.parole,
            ),
            _ => None,
        },
        sezioni,
        misure: misure::di(obiettivo, ciclo, sito.parole),
        gradi: gradi_per_settore(obiettivo, ciclo, &path, sito.parole),
        parti: parti(sito, obiettivo, ciclo, &path),
        modifiche: modifiche(obiettivo, ciclo, &path, sito.parole),
        storia: storia
            .iter()
            .map(|tappa| TappaScritta::di(*tappa, &path, sito.parole))
            .collect(),
        dati,
        conta_per: pesato.then_some(match obiettivo.ambito {
            Ambito::Struttura => sito.parole.obiettivo.di_ogni_settore.to_string(),
            Ambito::Settore { .. } => sito.parole.obiettivo.del_settore.to_string(),
            Ambito::Condiviso(_) => sito.parole.obiettivo.dei_settori.to_string(),
        }),
        // The PEG assigns money, not objectives.
        atti: ciclo
            .tutti_gli_atti()
            .into_iter()
            .filter(|atto| atto.ruolo != RuoloAtto::Peg)
            .map(|cosa| AttoScritto::breve(cosa, sito.parole))
            .collect(),
        vicini: Vicini::di(sito, obiettivo, ciclo, &path),
    };
    page(sito.theme, &path, "obiettivo.html", &modello)
}

fn testata<'a>(
    parole: &'a Parole,
    ciclo: &Ciclo,
    obiettivo: &Obiettivo,
    frase: &str,
    path: &'a SitePath,
) -> Testata<'a> {
    let anno = Voce::link(
        lingua::anni(ciclo.anni, parole),
        path.to(&SitePath::anno(&ciclo.codice)),
    );
    let settore = ciclo.settore_di(obiettivo).map(|settore| {
        let meta = SitePath::settore(&ciclo.codice, settore.codice.as_str());
        Voce::link(settore.nome_distinto(), path.to(&meta))
    });
    let anni = obiettivo.anni.unwrap_or(ciclo.anni);
    // Titles repeat from settore to settore: the code tells one page from another.
    let titolo_pagina = parole.obiettivo.titolo.con(&[
        ("titolo", &titolo(obiettivo, parole)),
        ("codice", obiettivo.codice.as_str()),
        ("anni", &anni.to_string()),
    ]);
    Testata {
        path,
        titolo: titolo_pagina,
        descrizione: format!("{}. {frase}", titolo(obiettivo, parole)),
        sopra: std::iter::once(anno).chain(settore).collect(),
        nome: Some(
            parole
                .obiettivo
                .nome
                .con(&[("codice", obiettivo.codice.as_str())]),
        ),
        aggiornamento: aggiornamento(ciclo),
        avviso: avviso(ciclo, parole),
    }
}

fn annualita(annualita: Annualita, parole: &Parole) -> String {
    parole.annualita.su.con(&[
        ("annualita", &lingua::annualita(annualita, parole)),
        ("totale", &annualita.totale().to_string()),
    ])
}

fn gradi_per_settore(
    obiettivo: &Obiettivo,
    ciclo: &Ciclo,
    path: &SitePath,
    parole: &Parole,
) -> Vec<GradoDiSettore> {
    let uno_solo = matches!(obiettivo.ambito, Ambito::Settore { .. });
    if uno_solo || !ciclo.ha_valutazioni() {
        return Vec::new();
    }
    ciclo
        .settori_rendicontati()
        .filter(|settore| obiettivo.riguarda(settore))
        .map(|settore| {
            let valutazione = obiettivo.valutazione(settore);
            let etichetta = parole
                .obiettivo
                .grado_per_settore
                .con(&[("settore", &settore.nome)]);
            GradoDiSettore {
                nome: settore.nome_distinto(),
                href: path.to(&SitePath::settore(&ciclo.codice, settore.codice.as_str())),
                risultato: RisultatoScritto::di_valutazione(etichetta, valutazione, parole),
            }
        })
        .collect()
}

fn parti(
    sito: &Sito<'_>,
    obiettivo: &Obiettivo,
    ciclo: &Ciclo,
    path: &SitePath,
) -> Vec<ObiettivoInBreve> {
    let parole = sito.parole;
    let parti = sito.accanto.parti(ciclo, obiettivo).iter();
    parti
        .map(|parte| {
            let stato = StatoScritto::di(parte, ciclo, parole);
            ObiettivoInBreve::new(parte, stato, ciclo, path, parole)
        })
        .collect()
}

fn modifiche(
    obiettivo: &Obiettivo,
    ciclo: &Ciclo,
    path: &SitePath,
    parole: &Parole,
) -> Vec<ModificaInBreve> {
    ciclo
        .modifiche_di(&obiettivo.codice)
        .map(|(modifica, cambio)| {
            let meta = SitePath::modifica(&ciclo.codice, &modifica.codice);
            ModificaInBreve {
                parole: lingua::iniziale_maiuscola(lingua::cambio(cambio.genere(), parole)),
                atto: Voce::link(lingua::atto(&modifica.atto, parole), path.to(&meta)),
                motivo: cambio.motivo.as_deref().map(lingua::frase),
            }
        })
        .collect()
}

impl TappaScritta {
    fn di(tappa: Tappa<'_>, path: &SitePath, parole: &Parole) -> Self {
        let Tappa { ciclo, obiettivo } = tappa;
        let sua = SitePath::obiettivo(&ciclo.codice, obiettivo.codice.as_str());
        Self {
            anno: obiettivo.anni.unwrap_or(ciclo.anni).to_string(),
            titolo: titolo(obiettivo, parole),
            href: (sua != *path).then(|| path.to(&sua)),
            peso: obiettivo
                .conta
                .peso()
                .map(|cosa| lingua::numero(cosa, parole)),
            stato: StatoScritto::di(obiettivo, ciclo, parole),
        }
    }
}
