import CanevasSource

/// For the sections of actors, inspiring cases, action sheets and sources.
extension SectionGuidance {
  static let presentation = Guidance(
    purpose: Bilingual(
      "Qui est l'acteur et quel rôle il joue pour les idées du catalogue.",
      "Who the actor is and which part it plays for the ideas of the catalogue."),
    question: Bilingual(
      "Que fait cette organisation, et pourquoi figure-t-elle ici ?",
      "What does this organisation do, and why is it here?"),
    good: """
      Association qui récupère, répare et revend des outils ; elle connaît les réparateurs du \
      quartier.
      """,
    poor: "Un acteur incontournable et dynamique.",
    flaw: Bilingual(
      "Un éloge ne dit ni ce qu'il fait, ni ce qu'on peut lui demander.",
      "Praise tells neither what it does, nor what one can ask of it."))

  static let solution = Guidance(
    purpose: Bilingual(
      "Ce que le cas offre, à qui et comment.",
      "What the case offers, to whom and how."),
    question: Bilingual(
      "Comment cela marche-t-il là-bas, raconté à quelqu'un qui n'y est jamais allé ?",
      "How does it work there, told to somebody who has never been?"),
    good: "Une bibliothèque prête aussi des outils, avec la même carte de lecteur.",
    poor: "Un très beau projet.",
    flaw: Bilingual(
      "Le lecteur doit chercher ailleurs ce que le cas est.",
      "The reader has to look elsewhere for what the case is."))

  static let inspiration = Guidance(
    purpose: Bilingual(
      "Ce que l'on peut en reprendre, et ce qui ne se transporte pas.",
      "What can be taken over from it, and what cannot be carried elsewhere."),
    question: Bilingual(
      "Quel morceau de ce cas pourrions-nous reprendre ici dès demain ?",
      "Which piece of this case could we take over here tomorrow?"),
    good: "La carte existe déjà : personne ne doit s'inscrire une deuxième fois.",
    poor: "À imiter.",
    flaw: Bilingual(
      "Imiter quoi ? Une fiche ne peut s'inspirer que d'un trait précis.",
      "Imitate what? A canvas can only be inspired by a definite trait."))

  static let objectives = Guidance(
    purpose: Bilingual(
      "Ce que le projet voulait atteindre, en termes que l'on peut constater.",
      "What the project wanted to reach, in terms that can be observed."),
    question: Bilingual(
      "À quoi aurait-on vu, dès le départ, que le projet avait réussi ?",
      "What would have shown, from the start, that the project had succeeded?"),
    good: "Réunir des artisans réparateurs pour qu'ils se recommandent les uns les autres.",
    poor: "Sensibiliser aux enjeux.",
    flaw: Bilingual(
      "On ne saura jamais si c'est fait.",
      "Nobody will ever know whether it is done."))

  static let involvement = Guidance(
    purpose: Bilingual(
      "La part que l'organisation qui raconte a prise dans le projet.",
      "The part that the organisation that tells the story took in the project."),
    question: Bilingual(
      "Qu'avons-nous fait nous-mêmes, et que d'autres n'auraient pas fait ?",
      "What did we do ourselves that others would not have done?"),
    good: "Nous avons trouvé les artisans, puis animé leurs cinq réunions.",
    poor: "Partenaire du projet.",
    flaw: Bilingual(
      "Un titre, pas un rôle : le lecteur ne sait pas quoi demander à qui.",
      "A title, not a part: the reader does not know what to ask of whom."))

  static let approach = Guidance(
    purpose: Bilingual(
      "Comment on s'y est pris, étape par étape, y compris ce qui n'a pas marché.",
      "How it was gone about, step by step, including what did not work."),
    question: Bilingual(
      "Par quoi avez-vous commencé, et que feriez-vous autrement ?",
      "What did you begin with, and what would you do differently?"),
    good: """
      - **Visites** : chaque artisan est rencontré dans son atelier
      - **Réunions** : une par mois ; le soir, presque personne ne vient, le midi, tous
      """,
    poor: "Une démarche participative.",
    flaw: Bilingual(
      "Le mot dispense de raconter ; un autre groupe ne peut rien en refaire.",
      "The word saves telling the story; another group cannot redo any of it."))

  static let results = Guidance(
    purpose: Bilingual(
      "Ce qui existe maintenant et n'existait pas avant.",
      "What exists now and did not exist before."),
    question: Bilingual(
      "Qu'y a-t-il aujourd'hui qui n'existait pas avant ?",
      "What is there today that did not exist before?"),
    good: """
      Onze réparateurs se connaissent désormais, et deux d'entre eux partagent un atelier.
      """,
    poor: "Un bilan très positif.",
    flaw: Bilingual(
      "Un jugement sans fait : le lecteur ne peut pas conclure lui-même.",
      "A judgement without a fact: the reader cannot conclude alone."))

  static let perspectives = Guidance(
    purpose: Bilingual(
      "La suite prévue, et ce dont elle dépend.",
      "What is planned next, and what it depends on."),
    question: Bilingual(
      "Quel est le prochain pas, et de qui dépend-il ?",
      "What is the next step, and on whom does it depend?"),
    good: "Le groupe ouvre un comptoir commun si la commune lui trouve un local.",
    poor: "À suivre.",
    flaw: Bilingual(
      "Personne ne peut suivre sans savoir quoi, ni où.",
      "Nobody can follow without knowing what, or where."))

  static let contribution = Guidance(
    purpose: Bilingual(
      "Ce que le catalogue tire de ce document, et pour quelles pages.",
      "What the catalogue draws from this document, and for which pages."),
    question: Bilingual(
      "Quels faits de ce catalogue viennent de ce document ?",
      "Which facts of this catalogue come from this document?"),
    good: """
      Une enquête sur les objets que les ménages gardent sans s'en servir ; la fiche de \
      l'outilthèque en tire ses chiffres.
      """,
    poor: "Un document très intéressant.",
    flaw: Bilingual(
      "Un avis : on ne sait pas quel fait vient de là.",
      "An opinion: nobody can tell which fact comes from there."))

  static let unsorted = Guidance(
    purpose: Bilingual(
      "Un texte qui attend sa rubrique ; il n'est pas publié.",
      "A text that waits for its section; it is not published."),
    question: Bilingual(
      "Sous quelle rubrique ce texte a-t-il sa place ?",
      "Under which section does this text belong?"),
    good: "Entendu en fin d'atelier : prêter aussi des échelles.",
    poor: "Compte rendu complet de la réunion, à trier un jour.",
    flaw: Bilingual(
      "Personne ne trie un compte rendu entier ; une phrase gardée se range en une minute.",
      "Nobody sorts whole minutes of a meeting; one sentence kept is put away in a minute."),
    rule: "texte-a-classer")
}
