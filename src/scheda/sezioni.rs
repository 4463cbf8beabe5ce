//! The sections of a card, in the order of the form; an empty one is left out.

use super::brevi::{BREVI, e_breve};
use super::{
    Capoverso, Cella, Colonna, Corpo, Dato, GenereCella, Modulo, Riga, RigaMesi, Risultati, Segno,
    Sezione, Tabella, tratti,
};
use crate::lingua;
use crate::model::{Indicatore, Mesi, Obiettivo, Percentuale, Persona, Segnalazione, VoceModello};
use crate::parole::Parole;
use crate::score;

impl Modulo<'_> {
    pub(super) fn sezioni(&self) -> Vec<Sezione> {
        let voci = &self.ciclo.modello.sezioni;
        // Short texts that follow each other in the form stand together, as the acts have them.
        let gruppi = voci.chunk_by(|una, altra| e_breve(*una) && e_breve(*altra));
        let mut chiavi = BREVI.into_iter();
        let mut sezioni: Vec<Sezione> = Vec::new();
        for gruppo in gruppi {
            match gruppo {
                [prima, ..] if e_breve(*prima) => {
                    let chiave = chiavi.next().unwrap_or_default();
                    sezioni.extend(self.brevi(chiave, gruppo));
                }
                altre => sezioni.extend(altre.iter().filter_map(|voce| self.sezione(*voce))),
            }
        }
        sezioni.extend(self.in_griglia());
        sezioni.extend(self.note());
        sezioni.extend(self.segnalazioni());
        sezioni
    }

    fn sezione(&self, voce: VoceModello) -> Option<Sezione> {
        let obiettivo = self.obiettivo;
        let testo = |testo: Option<&String>| Some(Corpo::Testo(Capoverso::di(testo?)));
        let (chiave, usuale, corpo) = match voce {
            VoceModello::Descrizione => (
                "descrizione",
                &self.parole.scheda.descrizione,
                testo(obiettivo.descrizione.as_ref()),
            ),
            VoceModello::Fasi => ("fasi", &self.parole.scheda.fasi, self.fasi()),
            VoceModello::Indicatori => {
                let ci_sono = !obiettivo.indicatori.is_empty();
                let titolo = if self.di_attivita() {
                    &self.parole.scheda.indicatori_di_risultato
                } else {
                    &self.parole.scheda.indici_di_risultato
                };
                (
                    "indicatori",
                    titolo,
                    ci_sono.then(|| misure(self.indicatori())),
                )
            }
            VoceModello::Cronoprogramma => (
                "cronoprogramma",
                &self.parole.scheda.cronoprogramma,
                self.cronoprogramma(),
            ),
            VoceModello::Verifiche => {
                ("verifiche", &self.parole.scheda.verifiche, self.verifiche())
            }
            VoceModello::Personale => {
                ("personale", &self.parole.scheda.personale, self.personale())
            }
            // Short texts, and columns of the table of indicators.
            VoceModello::RisorseUmane
            | VoceModello::RisorseStrumentali
            | VoceModello::Costi
            | VoceModello::RisultatiAttesi
            | VoceModello::RisultatiOttenuti
            | VoceModello::Indicatore
            | VoceModello::Categoria
            | VoceModello::Tempistica
            | VoceModello::Base
            | VoceModello::Atteso
            | VoceModello::Raggiunto
            | VoceModello::Scostamento => return None,
        };
        let titolo = self.ciclo.modello.nome(voce).unwrap_or(usuale).to_owned();
        corpo.map(|corpo| Sezione {
            chiave,
            titolo,
            corpo,
        })
    }

    pub(super) fn mostra_risultati(&self) -> bool {
        matches!(self.risultati, Risultati::CheCiSono { .. })
    }

    fn parti(&self) -> &[&Obiettivo] {
        match self.risultati {
            Risultati::CheCiSono { parti } => parti,
            Risultati::DaCompilare => &[],
        }
    }

    fn fasi(&self) -> Option<Corpo> {
        let fasi = self.obiettivo.fasi.iter();
        let passi: Vec<_> = fasi.map(|fase| tratti(&fase.descrizione)).collect();
        (!passi.is_empty()).then_some(Corpo::Passi(passi))
    }

    /// The months of the steps, and of the activities that are ticked month by month; a row for each
    /// year that they run in.
    fn cronoprogramma(&self) -> Option<Corpo> {
        let fasi = self.obiettivo.fasi.iter().enumerate();
        let fasi = fasi.filter_map(|(posto, fase)| {
            let mesi = fase.mesi.as_ref()?;
            let segno = |anno, mese| mesi.contiene(anno, mese).then_some(Segno::InCorso);
            Some(
                self.righe_mesi(
                    &self
                        .parole
                        .scheda
                        .fase
                        .con(&[("n", &(posto + 1).to_string())]),
                    &mesi.anni(),
                    segno,
                ),
            )
        });
        let attivita = self.obiettivo.indicatori.iter();
        let attivita = attivita.filter_map(|indicatore| {
            let previsti = indicatore.mesi.as_ref()?;
            let svolti = self.svolti(indicatore);
            let mut anni = previsti.anni();
            anni.extend(svolti.map(Mesi::anni).unwrap_or_default());
            anni.sort_unstable();
            anni.dedup();
            let segno = |anno, mese| {
                let svolto = svolti.is_some_and(|mesi| mesi.contiene(anno, mese));
                match (previsti.contiene(anno, mese), svolto) {
                    (true, true) => Some(Segno::Svolto),
                    (true, false) => Some(Segno::Previsto),
                    (false, true) => Some(Segno::FuoriPiano),
                    (false, false) => None,
                }
            };
            Some(self.righe_mesi(&indicatore.nome, &anni, segno))
        });
        let righe: Vec<RigaMesi> = fasi.chain(attivita).flatten().collect();
        (!righe.is_empty()).then_some(Corpo::Mesi(righe))
    }

    fn svolti<'i>(&self, indicatore: &'i Indicatore) -> Option<&'i Mesi> {
        let svolti = indicatore.ottenuto.mesi.as_ref();
        svolti.filter(|_| self.mostra_risultati())
    }

    fn righe_mesi(
        &self,
        nome: &str,
        anni: &[i32],
        segno: impl Fn(i32, u8) -> Option<Segno>,
    ) -> Vec<RigaMesi> {
        let suo = self.obiettivo.anni.unwrap_or(self.ciclo.anni);
        let righe = anni.iter().map(|anno| RigaMesi {
            nome: if suo.quanti() == 1 && suo.contiene(*anno) {
                nome.to_owned()
            } else {
                format!("{nome} ({anno})")
            },
            segni: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map(|mese| segno(*anno, mese)),
        });
        righe.collect()
    }

    /// The people involved: by category, by name where the ente publishes names.
    fn personale(&self) -> Option<Corpo> {
        let personale = &self.obiettivo.personale;
        if personale.is_empty() {
            return None;
        }
        let con_nome = personale.iter().any(|persona| persona.nome.is_some());
        let righe = personale.iter().map(|persona| {
            let categoria = persona.categoria.clone().unwrap_or_default();
            let nome = con_nome.then(|| persona.nome.clone().unwrap_or_default());
            let celle = nome.into_iter().chain([self.partecipazione(persona)]);
            riga(&categoria, celle)
        });
        let mut righe: Vec<Riga> = righe.collect();
        let totale: Option<rust_decimal::Decimal> = personale
            .iter()
            .map(|persona| persona.partecipazione.map(Percentuale::punti))
            .sum();
        righe.extend(totale.map(|totale| {
            let vuota = con_nome.then(String::new);
            let detto = lingua::percentuale(Percentuale::new(totale), self.parole);
            let celle = vuota.into_iter().chain([detto]);
            riga(&self.parole.scheda.totale_partecipazione, celle)
        }));
        let mut colonne = vec![colonna(
            &self.parole.scheda.categoria,
            GenereCella::Soggetto,
        )];
        colonne.extend(
            con_nome.then(|| colonna(&self.parole.scheda.cognome_e_nome, GenereCella::Valore)),
        );
        colonne.push(colonna(
            &self.parole.scheda.partecipazione,
            GenereCella::Valore,
        ));
        Some(Corpo::Tabella(Tabella { colonne, righe }))
    }

    fn partecipazione(&self, persona: &Persona) -> String {
        let partecipazione = persona.partecipazione;
        let detta = partecipazione.map(|parte| lingua::percentuale(parte, self.parole));
        detta.unwrap_or_default()
    }

    /// How the griglia sums the indicators up, where the card says it otherwise or says more.
    fn in_griglia(&self) -> Option<Sezione> {
        let voci = &self.obiettivo.risultato.in_griglia;
        let indicatori = self.obiettivo.indicatori.iter();
        let nomi = indicatori.clone().map(|indicatore| &indicatore.nome);
        let mut attesi = indicatori.map(|indicatore| &indicatore.atteso);
        let diverse = !nomi.eq(voci) || attesi.any(|atteso| !atteso.assenti());
        let mostrate = self.mostra_risultati() && diverse && !voci.is_empty();
        mostrate.then(|| Sezione {
            chiave: "in-griglia",
            titolo: self.parole.scheda.nella_griglia.to_string(),
            corpo: Corpo::Voci(voci.iter().map(tratti).collect()),
        })
    }

    fn note(&self) -> Option<Sezione> {
        let risultato = &self.obiettivo.risultato;
        if !self.mostra_risultati() {
            return None;
        }
        let dichiarato = risultato.dichiarato.as_ref();
        let da = dichiarato.and_then(|dichiarato| dichiarato.da.as_ref());
        let da = da.map(|da| dato(&self.parole.scheda.dichiarato_da, da));
        let dichiarato = dichiarato.map(|dichiarato| {
            let grado = lingua::percentuale(dichiarato.grado, self.parole);
            dato(&self.parole.scheda.grado_dichiarato, grado)
        });
        let misura = score::misura(self.obiettivo).map(|misura| {
            let quanto = lingua::misura(misura, self.parole);
            dato(&self.parole.scheda.risultato_degli_indicatori, quanto)
        });
        let parti = self.parti();
        let parti = score::delle_parti(self.ciclo, parti).map(|misura| {
            let scheda = &self.parole.scheda;
            let parti = misura.indicatori;
            let su = lingua::uno_o_molti(parti, &scheda.su_una_parte, &scheda.su_piu_parti);
            let detto = su.con(&[
                ("valore", &lingua::percentuale(misura.valore, self.parole)),
                ("n", &parti.to_string()),
            ]);
            dato(&scheda.risultato_delle_parti, detto)
        });
        let motivazione = risultato.motivazione.as_ref();
        let motivazione = motivazione.map(|testo| dato(&self.parole.scheda.motivazione, testo));
        let nota = risultato
            .nota
            .as_ref()
            .map(|testo| dato(&self.parole.scheda.nota, testo));
        let dati = [dichiarato, da, misura, parti, motivazione, nota];
        let dati: Vec<Dato> = dati.into_iter().flatten().collect();
        (!dati.is_empty()).then(|| Sezione {
            chiave: "note",
            titolo: self.parole.scheda.sul_risultato.to_string(),
            corpo: Corpo::Dati(dati),
        })
    }

    fn segnalazioni(&self) -> Option<Sezione> {
        let del_risultato = &self.obiettivo.risultato.segnalazioni;
        let del_risultato = del_risultato.iter().filter(|_| self.mostra_risultati());
        let segnalazioni: Vec<_> = self
            .obiettivo
            .segnalazioni
            .iter()
            .chain(del_risultato)
            .map(|segnalazione| tratti(segnalata(segnalazione, self.parole)))
            .map(Capoverso::semplice)
            .collect();
        (!segnalazioni.is_empty()).then(|| Sezione {
            chiave: "segnalazioni",
            titolo: self.parole.scheda.segnalazioni.to_string(),
            corpo: Corpo::Testo(segnalazioni),
        })
    }
}

/// Indicators without any value of their own are a list.
fn misure(tabella: Tabella) -> Corpo {
    if tabella.colonne.len() > 1 {
        return Corpo::Tabella(tabella);
    }
    let celle = tabella.righe.into_iter().flat_map(|riga| riga.celle);
    Corpo::Voci(celle.map(|cella| cella.testo).collect())
}

/// Something wrong in the act, kept as approved, in words.
#[must_use]
pub fn segnalata(segnalazione: &Segnalazione, parole: &Parole) -> String {
    let motivazione = lingua::frase(&segnalazione.motivazione);
    parole.scheda.segnalata.con(&[
        ("testo", &segnalazione.come_approvato),
        ("motivazione", &lingua::iniziale_maiuscola(&motivazione)),
    ])
}

pub(super) fn riga(nome: &str, celle: impl Iterator<Item = String>) -> Riga {
    let cella = |testo: String| Cella {
        testo: tratti(testo),
        note: Vec::new(),
    };
    Riga {
        celle: std::iter::once(nome.to_owned())
            .chain(celle)
            .map(cella)
            .collect(),
    }
}

pub(super) fn colonna(titolo: &str, genere: GenereCella) -> Colonna {
    Colonna {
        titolo: titolo.to_owned(),
        genere,
    }
}

pub(super) fn dato(nome: &str, valore: impl Into<String>) -> Dato {
    Dato {
        nome: nome.to_owned(),
        valore: tratti(valore),
        meta: None,
    }
}
