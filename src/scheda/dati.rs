//! The head of a card: whose it is, how much it counts, what it is tied to.

use super::{Dato, Meta, Modulo, Risultati, tratti};
use crate::lingua;
use crate::model::{Ambito, Conta, Esito, Nodo, Quota, RegolaPesi, Settore};

impl Modulo<'_> {
    pub(super) fn dati(&self) -> Vec<Dato> {
        let obiettivo = self.obiettivo;
        let settore = self.ciclo.settore_di(obiettivo);
        let mut dati = match &obiettivo.ambito {
            Ambito::Struttura => vec![dato("Settore", "Tutti i settori")],
            Ambito::Settore { .. } => settore.map(di_settore).into_iter().collect(),
            Ambito::Condiviso(quote) => quote.iter().map(|quota| self.quota(quota)).collect(),
        };
        let ufficio = settore.zip(obiettivo.ambito.ufficio());
        let ufficio = ufficio.and_then(|(settore, codice)| settore.ufficio(codice));
        dati.extend(ufficio.map(|ufficio| dato("Ufficio", &ufficio.nome)));
        let responsabile = obiettivo.risponde(settore);
        if !matches!(obiettivo.ambito, Ambito::Condiviso(_)) {
            dati.extend(responsabile.map(|chi| dato("Responsabile", &chi.0)));
        }
        dati.extend(self.peso());
        dati.extend(obiettivo.anni.map(|anni| dato("Anno", anni.to_string())));
        dati.extend(obiettivo.annualita.map(|anni| {
            dato(
                "Annualità",
                format!("{} di {}", anni.corrente(), anni.totale()),
            )
        }));
        if !obiettivo.tipi.is_empty() {
            let tipi: Vec<&str> = obiettivo.tipi.iter().map(|tipo| tipo.parola()).collect();
            dati.push(dato("Tipo", tipi.join(", ")));
        }
        dati.extend(self.legami());
        dati.extend(self.grado());
        dati
    }

    /// What was validated, for the whole objective or settore by settore, and by whom.
    fn grado(&self) -> Vec<Dato> {
        if self.risultati == Risultati::DaCompilare || !self.obiettivo.ha_valutazioni() {
            return Vec::new();
        }
        let regole = &self.ciclo.regole;
        let detto = match &self.obiettivo.risultato.esito {
            Esito::Unico(valutazione) => lingua::giudizio(*valutazione, regole),
            Esito::PerSettore(gradi) => {
                let settori = self.ciclo.settori.iter();
                let gradi = settori.filter_map(|settore| {
                    let valutazione = *gradi.get(&settore.codice)?;
                    let detto = lingua::giudizio(Some(valutazione), regole);
                    Some(format!("{}: {detto}", settore.nome_breve))
                });
                gradi.collect::<Vec<_>>().join("; ")
            }
        };
        let validatore = regole.validatore.as_ref();
        let validatore = validatore.map(|chi| dato("Valutato da", chi));
        let grado = dato("Grado di raggiungimento", detto);
        std::iter::once(grado).chain(validatore).collect()
    }

    fn peso(&self) -> Option<Dato> {
        let pesi = self.ciclo.regole.pesi;
        let peso = match self.obiettivo.conta {
            Conta::Peso(peso) if self.obiettivo.conta_da_solo() => {
                let mut detto = lingua::peso(peso.valore(), pesi);
                if pesi.regola == RegolaPesi::Riproporzionati {
                    detto.push_str(", riproporzionato alla somma dei pesi");
                }
                detto
            }
            Conta::Peso(peso) => {
                format!(
                    "{} dell’obiettivo di cui fa parte",
                    lingua::numero(peso.valore())
                )
            }
            Conta::Condizione => {
                "condizione: se non è soddisfatta, il risultato si annulla".to_owned()
            }
            Conta::SenzaPeso => return None,
        };
        Some(dato("Peso", peso))
    }

    fn quota(&self, quota: &Quota) -> Dato {
        let settore = self.ciclo.settore(&quota.settore);
        let chi = quota
            .responsabile
            .as_ref()
            .or_else(|| self.obiettivo.risponde(settore));
        let nome = settore.map_or_else(|| quota.settore.to_string(), Settore::nome_intero);
        let detto = [
            Some(format!("{nome}: {}", lingua::percentuale(quota.parte))),
            chi.map(|chi| chi.0.clone()),
            quota.dal.map(|dal| lingua::al_giorno("da", dal)),
            quota.al.map(|al| lingua::al_giorno("fino a", al)),
        ];
        let detto: Vec<String> = detto.into_iter().flatten().collect();
        Dato {
            meta: Some(Meta::Settore(quota.settore.clone())),
            ..dato("Quota", detto.join(", "))
        }
    }

    fn legami(&self) -> Vec<Dato> {
        let legami = &self.obiettivo.legami;
        let dup = legami.dup.as_ref();
        let mut dati: Vec<Dato> = dup
            .map(|dup| dato("Collegamento con il DUP", dup))
            .into_iter()
            .collect();
        let nodi = self.ciclo.sopra(&legami.sotto).into_iter();
        dati.extend(nodi.map(|nodo| Dato {
            meta: Some(Meta::Programmazione),
            ..dato(&lingua::iniziale_maiuscola(&nodo.livello), detto(nodo))
        }));
        if let Some(codice) = &legami.parte_di {
            let intero = self.ciclo.scheda(codice);
            let titolo = intero.map_or_else(|| codice.to_string(), |o| o.titolo.clone());
            dati.push(Dato {
                meta: Some(Meta::Obiettivo(codice.clone())),
                ..dato("Fa parte di", titolo)
            });
        }
        dati
    }
}

fn di_settore(settore: &Settore) -> Dato {
    let nome = settore.nome_distinto();
    let voce = settore.tipo.parola().unwrap_or("Unità organizzativa");
    Dato {
        meta: Some(Meta::Settore(settore.codice.clone())),
        ..dato(voce, nome)
    }
}

fn detto(nodo: &Nodo) -> String {
    format!("{} {}", nodo.codice, nodo.titolo)
}

fn dato(nome: &str, valore: impl Into<String>) -> Dato {
    Dato {
        nome: nome.to_owned(),
        valore: tratti(valore),
        meta: None,
    }
}
