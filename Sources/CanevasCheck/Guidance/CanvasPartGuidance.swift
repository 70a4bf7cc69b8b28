import CanevasSource

/// For the parts of a canvas's sections, under headings of level 3.
extension PartGuidance {
  static let levers = Guidance(
    purpose: Bilingual(
      "Ce qui faciliterait la mise en œuvre de l'idée.",
      "What would make the idea easier to put in place."),
    question: Bilingual(
      "Sur quoi de déjà présent cette idée peut-elle s'appuyer ?",
      "What that is already there can this idea lean on?"),
    good: "- Une commune qui veut occuper ses locaux vides",
    poor: "- La motivation",
    flaw: Bilingual(
      "On ne peut s'appuyer que sur une chose précise : un lieu, une règle, un groupe, un "
        + "moment.",
      "One can only lean on something definite: a place, a rule, a group, a moment."))

  static let obstacles = Guidance(
    purpose: Bilingual(
      "Ce qui retient l'idée, chaque obstacle sous sa nature.",
      "What holds the idea back, each obstacle under its nature."),
    question: Bilingual(
      "Qu'est-ce qui ferait échouer cette idée, et de quelle nature est cet obstacle ?",
      "What would make this idea fail, and of which nature is that obstacle?"),
    good: """
      - **Législatif** : qui répond d'un accident avec un outil prêté n'est pas clair
      - **Comportemental** : on aime posséder ses outils
      """,
    poor: "- C'est compliqué",
    flaw: Bilingual(
      "Un obstacle sans nature ne dit pas à qui s'adresser : au juriste, au financeur ou au "
        + "voisin.",
      "An obstacle without a nature does not tell whom to turn to: the lawyer, the funder or the "
        + "neighbour."))

  static let actors = Guidance(
    purpose: Bilingual(
      "Ceux avec qui la solution peut se faire, et ce qu'ils peuvent débloquer.",
      "Those with whom the solution can be made, and what they can clear."),
    question: Bilingual(
      "Qui, en dehors de cette salle, peut lever un de ces obstacles ?",
      "Who, outside this room, can remove one of these obstacles?"),
    good: "- **Assureur** : peut couvrir le prêt d'outils",
    poor: "- Les gens concernés",
    flaw: Bilingual(
      "Personne ne s'y reconnaît, et personne ne pourra être appelé demain.",
      "Nobody recognises themselves, and nobody can be called tomorrow."))

  static let effects = Guidance(
    purpose: Bilingual(
      "Les effets attendus, bons, mauvais, et le rebond qui annulerait une partie du gain.",
      "The expected effects, good, bad, and the rebound that would undo a part of the gain."),
    question: Bilingual(
      "Que se passe-t-il si tout le quartier s'y met, et qu'y perd-on ?",
      "What happens if the whole neighbourhood joins in, and what is lost by it?"),
    good: """
      - **Positif** : un achat d'outil évité par abonné et par an
      - **Négatif** : des trajets pour chercher et rendre l'outil
      - **Rebond** : l'argent épargné part en d'autres achats
      """,
    poor: "- C'est bon pour l'environnement",
    flaw: Bilingual(
      "Ni signe, ni cause : on ne peut ni vérifier cet effet, ni le comparer au rebond.",
      "Neither sign nor cause: the effect can neither be checked, nor compared with the rebound."))

  static let relocation = Guidance(
    purpose: Bilingual(
      "Ce que l'idée ramène sur place : des emplois et des entreprises, ou de la vie de "
        + "quartier.",
      "What the idea brings back home: jobs and businesses, or the life of a neighbourhood."),
    question: Bilingual(
      "Quel travail, quel savoir ou quel lien revient ici grâce à cette idée ?",
      "Which work, which skill or which tie comes back here thanks to this idea?"),
    good: """
      - **Formelle** : un mi-temps au comptoir
      - **Informelle** : des voisins qui s'entraident
      """,
    poor: "- Cela crée de l'emploi",
    flaw: Bilingual(
      "Combien, où et pour qui ? Une promesse d'emploi sans mesure ne se vérifie jamais.",
      "How many, where and for whom? A promise of jobs without a measure is never checked."))
}
