//! The words in which a problem is told: what is wrong, what to do, in plain Italian.
//!
//! Problems are data until here. This module never prints and never decides whether something is
//! wrong.

mod aspetto;
mod contenuto;
mod documenti;
mod lettura;
mod lingua;
mod piano;
mod pubblicazione;
mod testo;
mod valori;

use super::aspetto::FORMATI;
use super::contatti::Recapito;
use super::inspection::parola;
use super::problema::{Forma, Genere, Problema, Vocabolario};
use crate::lingua::italiano::{numero, percentuale};
use crate::model::{
    AmbitoPesi, CategoriaIndicatore, Codice, GenereCambio, Licenza, MESI, RegolaPesi, RuoloAtto,
    TipoAllegato, TipoObiettivo, TipoUnita, Valutazione, Verso, VoceModello,
};
use crate::source::Place;
use crate::source::nearest::nearest;

/// A problem in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parole {
    /// What is wrong, in a sentence without full stop.
    pub messaggio: String,
    /// What stands at the place, in a few words.
    pub etichetta: String,
    /// What to do.
    pub rimedio: String,
    /// Other places that matter, with what stands there.
    pub altri: Vec<(Place, String)>,
}

impl Parole {
    fn new(
        messaggio: impl Into<String>,
        etichetta: impl Into<String>,
        rimedio: impl Into<String>,
    ) -> Self {
        Self {
            messaggio: messaggio.into(),
            etichetta: etichetta.into(),
            rimedio: rimedio.into(),
            altri: Vec::new(),
        }
    }

    fn e_qui(mut self, luogo: &Place, etichetta: impl Into<String>) -> Self {
        self.altri.push((luogo.clone(), etichetta.into()));
        self
    }
}

/// Tells a problem.
#[must_use]
pub fn parole(problema: &Problema) -> Parole {
    match &problema.genere {
        Genere::Lettura(fault) => lettura::parole(fault),
        Genere::Testo(fault) => testo::parole(fault),
        Genere::Lingua(genere) => lingua::parole(genere),
        Genere::Aspetto(genere) => aspetto::parole(genere),
        Genere::Contenuto(genere) => contenuto::parole(genere),
        Genere::Documento(genere) => documenti::parole(genere),
        Genere::Pubblicazione(genere) => pubblicazione::parole(genere),
        Genere::Valore(genere) => valori::parole(genere),
        genere => valore(genere)
            .or_else(|| riferimento(genere))
            .or_else(|| insieme(genere))
            .or_else(|| piano::parole(genere))
            .unwrap_or_else(|| cartella(genere)),
    }
}

/// G010–G019 and G027: single values.
fn valore(genere: &Genere) -> Option<Parole> {
    Some(match genere {
        Genere::ChiaveMancante { chiave, forma } => Parole::new(
            format!("manca «{chiave}» {}", in_che_cosa(*forma)),
            format!("qui serve «{chiave}»"),
            format!(
                "aggiungere una riga «{chiave}: …»{}",
                esempio(*forma, chiave)
            ),
        ),
        Genere::CodiceNonValido { scritto } => Parole::new(
            format!("«{scritto}» non può essere un codice"),
            "codice non valido",
            format!(
                "{}un codice ha solo lettere senza accenti, cifre, «-», «_» e «.», al massimo {} caratteri: per esempio FIN-03",
                forse_codice(scritto),
                Codice::MASSIMO
            ),
        ),
        Genere::AnnoNonValido { scritto } => Parole::new(
            format!("«{scritto}» non va bene come anno"),
            "anno non valido",
            "scrivere l'anno con quattro cifre, dal 2009 in poi: per esempio 2023; per più anni, al massimo dieci, il primo e l'ultimo: per esempio 2025-2027",
        ),
        Genere::DataNonValida { scritto } => Parole::new(
            format!("«{scritto}» non è una data del calendario"),
            "data non valida",
            "scrivere giorno, mese e anno: per esempio 28/02/2023 oppure 28 febbraio 2023",
        ),
        Genere::PesoNonValido { scritto, totale } => Parole::new(
            format!("«{scritto}» non può essere un peso"),
            "peso non valido",
            format!(
                "il peso è un numero maggiore di 0 e non oltre {}: per esempio peso: 15 oppure peso: 12,5; se non pesa ma, quando non è raggiunto, annulla il risultato, scrivere peso: condizione",
                numero(*totale)
            ),
        ),
        Genere::GradoNonValido { scritto, massimo } => Parole::new(
            format!("«{scritto}» non può essere un grado di raggiungimento"),
            "grado non valido",
            if parola(scritto, &Valutazione::PAROLE).is_some() {
                format!("un giudizio a parole si scrive «esito: {scritto}», al posto di «grado»")
            } else {
                format!(
                    "il grado è una percentuale fra 0% e {}: per esempio grado: 95%; se l'obiettivo non è stato valutato, togliere la riga",
                    percentuale(*massimo)
                )
            },
        ),
        Genere::AnnualitaNonValida { scritto } => Parole::new(
            format!("«{scritto}» non dice quale anno e di quanti"),
            "annualità non valida",
            "scrivere l'anno in corso e il totale: per esempio annualita: 2 di 3",
        ),
        Genere::TriennioNonValido { scritto, dal } => {
            let dal = dal.unwrap_or(2024);
            Parole::new(
                format!("«{scritto}» non è il triennio di questo ciclo"),
                "triennio non valido",
                format!(
                    "scrivere il primo e il terzo anno, che comprendano l'anno del ciclo: per esempio triennio: {dal}-{}",
                    dal + 2
                ),
            )
        }
        Genere::MesiNonValidi { scritto } => mesi(scritto),
        Genere::ParolaNonAmmessa {
            scritto,
            vocabolario,
        } => parola_non_ammessa(scritto, *vocabolario),
        Genere::IndirizzoNonValido { scritto } => Parole::new(
            format!("«{scritto}» non è l'indirizzo di un sito"),
            "indirizzo non valido",
            "scrivere l'indirizzo per intero, da https:// in poi",
        ),
        Genere::ColoreNonValido { scritto } => Parole::new(
            format!("«{scritto}» non è un colore"),
            "colore non valido",
            "scrivere fra virgolette il cancelletto e sei cifre esadecimali (0–9, A–F), due per il rosso, due per il verde, due per il blu: per esempio \"#0066CC\"",
        ),
        Genere::ColoreVuoto => Parole::new(
            "la voce «colore» è vuota",
            "niente dopo i due punti",
            "scrivere il colore fra virgolette, perché da «#» in poi è un commento: per esempio \"#0066CC\"; oppure togliere la riga: resta il colore del tema",
        ),
        Genere::ColorePallido { scritto, proposta } => Parole::new(
            format!("sul colore «{scritto}» le parole bianche della testata non si leggono"),
            "colore troppo chiaro",
            format!(
                "scegliere un colore più scuro: fra il bianco e il colore serve un contrasto di almeno 4,5 a 1; il più vicino che va bene è \"{proposta}\""
            ),
        ),
        _ => return None,
    })
}

/// G027: the first word that is no month, and the month that it is most like.
fn mesi(scritto: &str) -> Parole {
    let forse = scritto
        .split(|c: char| !c.is_alphabetic())
        .filter(|parola| parola.len() > 2)
        .find(|parola| !MESI.contains(&parola.to_lowercase().as_str()))
        .and_then(|parola| nearest(parola, MESI))
        .map_or_else(String::new, |mese| format!("forse «{mese}»? "));
    Parole::new(
        format!("«{scritto}» non dice in quali mesi"),
        "mesi non validi",
        format!(
            "{forse}scrivere i mesi per nome: per esempio mesi: gennaio-maggio oppure mesi: marzo, giugno"
        ),
    )
}

/// G020–G026: references.
fn riferimento(genere: &Genere) -> Option<Parole> {
    Some(match genere {
        Genere::CodiceRipetuto { codice, primo } => Parole::new(
            format!("il codice «{codice}» è già usato"),
            "usato di nuovo qui",
            "dare a ciascuno un codice suo; maiuscole e minuscole non bastano a distinguere due codici",
        )
        .e_qui(primo, "usato la prima volta qui"),
        Genere::SettoreSconosciuto {
            scritto,
            di_nome,
            noti,
        } => Parole::new(
            format!("il settore «{scritto}» non è in ciclo.yaml"),
            "settore sconosciuto",
            match di_nome {
                Some(codice) => format!(
                    "scrivere il codice, non il nome: {codice}; i settori del ciclo sono: {}",
                    noti.join(", ")
                ),
                None => format!(
                    "{}i settori del ciclo sono: {}",
                    forse(scritto, noti),
                    noti.join(", ")
                ),
            },
        ),
        Genere::ObiettivoSconosciuto { scritto, noti } => Parole::new(
            format!("nessuna scheda ha il codice «{scritto}»"),
            "obiettivo sconosciuto",
            format!(
                "{}controllare il codice, oppure aggiungere la scheda in obiettivi/",
                forse(scritto, noti)
            ),
        ),
        Genere::RisultatoRipetuto { obiettivo, primo } => Parole::new(
            format!("il risultato di «{obiettivo}» è già scritto altrove"),
            "scritto di nuovo qui",
            "tenere un solo risultato per obiettivo",
        )
        .e_qui(primo, "scritto la prima volta qui"),
        Genere::GradiDovuti { obiettivo } => Parole::new(
            format!("«{obiettivo}» è un obiettivo di struttura: serve un grado per ogni settore"),
            "un grado solo",
            "scrivere «gradi» al posto di «grado» o di «esito»: per esempio gradi: { finanziario: 95%, tecnico: 100% }",
        ),
        Genere::GradoDovuto { obiettivo } => Parole::new(
            format!("«{obiettivo}» è di un solo settore: serve un solo grado"),
            "gradi per settore",
            "scrivere «grado» al posto di «gradi»: per esempio grado: 95%",
        ),
        Genere::SettoreAutonomo { settore } => Parole::new(
            format!("gli obiettivi di struttura non riguardano il settore «{settore}»"),
            "grado di troppo",
            "togliere questo grado, oppure «struttura: no» dal settore in ciclo.yaml",
        ),
        Genere::IndicatoreSconosciuto { scritto, noti } => Parole::new(
            format!("la scheda non ha un indicatore «{scritto}»"),
            "indicatore sconosciuto",
            format!(
                "{}scrivere il nome dell'indicatore come nella scheda{}",
                forse(scritto, noti),
                match noti.as_slice() {
                    [] => ", che non ne ha".to_owned(),
                    _ if nearest(scritto, noti.iter().map(String::as_str)).is_some() => String::new(),
                    noti => {
                        let primi = noti.get(..MOSTRATI).unwrap_or(noti);
                        let altri = if noti.len() > MOSTRATI { ", …" } else { "" };
                        format!(": «{}»{altri}", primi.join("», «"))
                    }
                }
            ),
        ),
        _ => return None,
    })
}

/// G030–G043: values that must agree, and what deserves a look.
fn insieme(genere: &Genere) -> Option<Parole> {
    Some(match genere {
        Genere::RecapitoNonValido { scritto, genere } => match genere {
            Recapito::Telefono => Parole::new(
                format!("«{scritto}» non è un numero di telefono"),
                "numero non valido",
                "scrivere un solo numero, con le sole cifre e al più spazi o un prefisso: per esempio 011 1234567; il nome dell'ufficio sta in «ufficio»",
            ),
            Recapito::Posta => Parole::new(
                format!("«{scritto}» non è un indirizzo di posta elettronica"),
                "indirizzo non valido",
                "scrivere un solo indirizzo: per esempio urp@comune.esempio.it",
            ),
        },
        Genere::RecapitiMancanti { chiavi } => Parole::new(
            format!(
                "nel piè di pagina mancano degli indirizzi: {}",
                chiavi.join(", ")
            ),
            "",
            "aggiungerli in ente.yaml: la dichiarazione di accessibilità e l'informativa privacy sono obbligatorie per i siti pubblici, domande frequenti e segnalazioni sono fra ciò che si misura dei siti dei comuni",
        ),
        Genere::AttoIncompleto { presente, mancante } => Parole::new(
            format!("l'atto ha «{presente}» ma non «{mancante}»"),
            format!("manca «{mancante}»"),
            format!(
                "aggiungere «{mancante}»; se l'atto non è ancora adottato, togliere anche «{presente}»"
            ),
        ),
        Genere::NonValutato { obiettivo, settori } => Parole::new(
            match settori.as_slice() {
                [] => format!("«{obiettivo}» non ha un grado di raggiungimento"),
                settori => format!(
                    "«{obiettivo}» non ha un grado di raggiungimento per: {}",
                    settori.join(", ")
                ),
            },
            "sarà «non valutato»",
            "aggiungere il grado in risultati/; finché manca, l'obiettivo non entra nel risultato del settore",
        ),
        Genere::SettoreSenzaObiettivi { settore } => Parole::new(
            format!("il settore {settore} non ha obiettivi suoi"),
            "nessuna scheda",
            "aggiungere le sue schede in obiettivi/, oppure togliere il settore",
        ),
        Genere::DataLontana { scritto, anni } => Parole::new(
            match anni.quanti() {
                1 => format!("la data «{scritto}» è lontana dal {anni}, l'anno del ciclo"),
                _ => format!("la data «{scritto}» è lontana dagli anni del ciclo, {anni}"),
            },
            "data lontana",
            "controllare l'anno della data",
        ),
        Genere::ApprovazioneMancante => Parole::new(
            "manca l'atto che approva la relazione: i documenti portano la scritta BOZZA",
            "fra gli «atti»",
            "quando la Giunta ha deliberato, aggiungere agli atti: { ruolo: relazione, organo: Giunta comunale, numero: …, data: … }",
        ),
        _ => return None,
    })
}

/// G050–G055 and the narrative's own rules.
fn cartella(genere: &Genere) -> Parole {
    match genere {
        Genere::NessunEnte => Parole::new(
            "in questa cartella non c'è nessun ente",
            "",
            "un ente è una cartella con dentro ente.yaml: per esempio content/caluso/ente.yaml",
        ),
        Genere::NessunCiclo => Parole::new(
            "l'ente non ha ancora nessun ciclo",
            "nessun anno da mostrare",
            "aggiungere una cartella con ciclo.yaml: per esempio 2023/ciclo.yaml",
        ),
        Genere::NomeNonValido { nome } => Parole::new(
            format!("il nome «{nome}» non può stare in un indirizzo"),
            "",
            "usare per cartelle e file solo lettere senza accenti, cifre, «-» e «_»",
        ),
        Genere::AnnoDiverso { cartella, anni } => Parole::new(
            match anni.quanti() {
                1 => format!("la cartella si chiama «{cartella}», ma l'anno del ciclo è {anni}"),
                _ => {
                    format!("la cartella si chiama «{cartella}», ma gli anni del ciclo sono {anni}")
                }
            },
            "anno diverso da quello della cartella",
            "correggere l'anno, oppure il nome della cartella",
        ),
        Genere::NomeRiservato { nome } => Parole::new(
            format!("il nome «{nome}» serve al sito"),
            "",
            "cambiare il nome della cartella o del file",
        ),
        Genere::NomiConfondibili { nome, altro } => Parole::new(
            format!("«{nome}» e «{altro}» sono lo stesso nome per molti computer"),
            "",
            "cambiare uno dei due nomi",
        ),
        altro => testo::regola(altro),
    }
}

const fn in_che_cosa(forma: Forma) -> &'static str {
    match forma {
        Forma::Ente => "in ente.yaml",
        Forma::Ciclo => "in ciclo.yaml",
        Forma::Atto => "nell'atto",
        Forma::Settore => "nel settore",
        Forma::Scheda => "nella scheda",
        Forma::Fase => "nella fase",
        Forma::Indicatore => "nell'indicatore",
        Forma::Risultato => "nel risultato",
        Forma::Raggiunto => "nel risultato dell'indicatore",
        Forma::Modifica => "in atto.yaml",
        Forma::Componente => "fra i presenti",
        Forma::Eliminato => "fra gli eliminati",
        Forma::Ufficio => "nell'ufficio",
        Forma::Vicenda => "fra le vicende del settore",
        Forma::Segnalazione => "nella segnalazione",
        Forma::Fascia => "nella fascia",
        Forma::Nodo => "nella programmazione",
        Forma::Quota => "in una delle «quote»",
        Forma::Stemma => "nello stemma",
        Forma::Firma => "nella firma",
        Forma::Allegato => "nell'allegato",
        Forma::Aspetto => "in pdf.yaml",
        Forma::Tema => "in theme.yaml",
        Forma::FormatoPagina => "nel formato del foglio",
        Forma::Lingua => "fra le parole della lingua",
        Forma::GruppoAspetto => "in questo gruppo",
    }
}

fn esempio(forma: Forma, chiave: &str) -> &'static str {
    match (forma, chiave) {
        (Forma::Scheda, "codice") => " (per esempio codice: FIN-03)",
        (Forma::Scheda, "settore") => " (il codice di un settore di ciclo.yaml, oppure struttura)",
        (Forma::Scheda, "peso") => " (per esempio peso: 15)",
        (Forma::Atto, "ruolo") => " (piano, peg, modifica oppure relazione)",
        (Forma::Raggiunto, "percentuale") => {
            " (quanto è stato raggiunto: per esempio percentuale: 50%)"
        }
        (Forma::Raggiunto, "raggiunto") => " (oppure «esito», «mesi» o «nota»)",
        (Forma::Quota, "quota") => {
            " (per esempio quota: 50%; se sono tutte uguali, toglierla alle altre)"
        }
        (Forma::Fascia, "da") => " (il grado più basso della fascia: per esempio da: 90%)",
        (Forma::Vicenda, "dal") => " (per esempio dal: 01/07/2023)",
        (Forma::Atto | Forma::Modifica, "organo") => " (per esempio organo: Giunta comunale)",
        (Forma::Firma, "ruolo") => " (per esempio ruolo: Il Presidente)",
        (Forma::Tema, "nome") => " (per esempio nome: Il tema del Comune)",
        (Forma::Tema, "versione") => " (per esempio versione: 1.0)",
        (Forma::Tema, "richiede") => {
            " (la versione di griglia per cui è scritto: per esempio richiede: 0.1)"
        }
        (Forma::Allegato, "file") => " (per esempio file: allegati/validazione.pdf)",
        (Forma::Stemma, "file") => " (per esempio file: stemma.svg)",
        (Forma::Stemma, "testo_alternativo") => {
            " (ciò che lo stemma mostra: per esempio testo_alternativo: Stemma del Comune)"
        }
        (Forma::Ciclo, "anno") => " (per esempio anno: 2023)",
        (Forma::FormatoPagina, "larghezza") => " (per esempio larghezza: 210 mm)",
        (Forma::FormatoPagina, "altezza") => " (per esempio altezza: 297 mm)",
        (Forma::Ente, "denominazione") => " (per esempio denominazione: Comune di Caluso)",
        _ => "",
    }
}

fn ammesse(vocabolario: Vocabolario) -> Vec<String> {
    fn di<T>(parole: &[(&'static str, T)]) -> Vec<&'static str> {
        parole.iter().map(|(parola, _)| *parola).collect()
    }
    let parole: Vec<&str> = match vocabolario {
        Vocabolario::RuoloAtto => di(&RuoloAtto::PAROLE),
        Vocabolario::CategoriaIndicatore => di(&CategoriaIndicatore::PAROLE),
        Vocabolario::SiNo => vec!["sì", "no"],
        Vocabolario::TipoObiettivo => di(&TipoObiettivo::PAROLE),
        Vocabolario::TipoUnita => di(&TipoUnita::PAROLE),
        Vocabolario::Verso => di(&Verso::PAROLE),
        Vocabolario::Cambio => di(&GenereCambio::PAROLE),
        Vocabolario::Valutazione => di(&Valutazione::PAROLE),
        Vocabolario::EsitoIndicatore => vec!["raggiunto", "parziale", "non raggiunto"],
        Vocabolario::AmbitoPesi => di(&AmbitoPesi::PAROLE),
        Vocabolario::RegolaPesi => di(&RegolaPesi::PAROLE),
        Vocabolario::SezioneModello => VoceModello::PAROLE
            .iter()
            .filter(|(_, voce)| VoceModello::SEZIONI.contains(voce))
            .map(|(parola, _)| *parola)
            .collect(),
        Vocabolario::VoceModello => di(&VoceModello::PAROLE),
        Vocabolario::FormatoPagina => di(&FORMATI),
        Vocabolario::TipoAllegato => di(&TipoAllegato::PAROLE),
        Vocabolario::Licenza => di(&Licenza::PAROLE),
    };
    parole.into_iter().map(str::to_owned).collect()
}

fn parola_non_ammessa(scritto: &str, vocabolario: Vocabolario) -> Parole {
    let ammesse = ammesse(vocabolario);
    let rimedio = match piu_d_una(scritto, &ammesse) {
        Some(elenco) if vocabolario == Vocabolario::TipoObiettivo => {
            format!("più parole si scrivono fra parentesi quadre: {elenco}")
        }
        _ => format!(
            "{}usare una di queste: {}",
            forse(scritto, &ammesse),
            ammesse.join(", ")
        ),
    };
    Parole::new(
        format!("«{scritto}» non è fra le parole ammesse"),
        "parola non ammessa",
        rimedio,
    )
}

/// As many names are shown as one reads.
const MOSTRATI: usize = 8;

/// Several of the accepted words, as a list of YAML.
fn piu_d_una(scritto: &str, ammesse: &[String]) -> Option<String> {
    let parole = scritto.split(|c: char| !c.is_alphabetic());
    let note = parole
        .map(str::to_lowercase)
        .filter(|parola| ammesse.contains(parola));
    let note: Vec<String> = note.collect();
    (note.len() > 1).then(|| format!("[{}]", note.join(", ")))
}

/// A code out of what cannot be one because of its blanks.
fn forse_codice(scritto: &str) -> String {
    let unito = scritto.split_whitespace().collect::<Vec<_>>().join("-");
    match Codice::leggi(&unito) {
        Ok(codice) => format!("forse «{codice}»? "),
        Err(_) => String::new(),
    }
}

/// *forse «titolo»? *, or nothing.
fn forse(scritto: &str, noti: &[String]) -> String {
    nearest(scritto, noti.iter().map(String::as_str))
        .map_or_else(String::new, |vicino| format!("forse «{vicino}»? "))
}
