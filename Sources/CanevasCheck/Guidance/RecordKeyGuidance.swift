import CanevasSource

/// For the keys of themes, actors, cases, actions and the method's phases.
extension KeyGuidance {
  static let colour = Guidance(
    purpose: Bilingual(
      "La couleur du thème sur toutes les pages.",
      "The theme's colour on every page."),
    question: Bilingual(
      "Quelle couleur distingue ce thème des autres ?",
      "Which colour sets this theme apart from the others?"),
    good: "vert",
    poor: "#00aa55",
    flaw: Bilingual(
      "Les couleurs viennent d'une liste, réglée pour rester lisibles de jour, de nuit et sur "
        + "papier.",
      "Colours come from a list, tuned to stay legible by day, by night and on paper."),
    rule: "valeur-inconnue")

  static let diagnosis = Guidance(
    purpose: Bilingual(
      "Le diagnostic dont le thème est tiré, par un lien.",
      "The diagnosis that the theme is drawn from, by a link."),
    question: Bilingual(
      "De quel diagnostic ce thème vient-il ?",
      "Which diagnosis does this theme come from?"),
    good: "[Bruxelles](../diagnostics/bruxelles.md)",
    poor: "Le diagnostic de la commune",
    flaw: Bilingual(
      "Sans lien, on ne remonte pas du thème à la pression qui l'a fait naître.",
      "Without a link one cannot go back from the theme to the pressure that it was born from."))

  static let type = Guidance(
    purpose: Bilingual(
      "Ce qu'est l'acteur, d'après une liste courte.",
      "What the actor is, from a short list."),
    question: Bilingual(
      "Quelle sorte d'organisation est-ce ?",
      "What sort of organisation is it?"),
    good: "association",
    poor: "ASBL",
    flaw: Bilingual(
      "Une forme juridique change d'un pays à l'autre ; le type se compare.",
      "A legal form changes from one country to another; the type compares."),
    rule: "valeur-inconnue")

  static let aliases = Guidance(
    purpose: Bilingual(
      "Les autres noms de l'acteur, pour le reconnaître partout.",
      "The actor's other names, to recognise it everywhere."),
    question: Bilingual(
      "Sous quels autres noms parle-t-on de cet acteur ?",
      "By which other names do people speak of this actor?"),
    good: "Maison des voisins ; MDV",
    poor: "Maison des voisins, MDV",
    flaw: Bilingual(
      "Une virgule peut faire partie d'un nom : c'est le point-virgule qui sépare.",
      "A comma may be part of a name: it is the semicolon that separates."))

  static let site = Guidance(
    purpose: Bilingual(
      "L'adresse de l'acteur ou du cas sur le web.",
      "The address of the actor or the case on the web."),
    question: Bilingual("Où en lire plus sur le web ?", "Where can one read more on the web?"),
    good: "<https://maison-de-quartier.example>",
    poor: "voir leur site",
    flaw: Bilingual(
      "Sans adresse, le lecteur doit chercher, et peut en trouver une autre.",
      "Without an address the reader has to search, and may find another one."))

  static let place = Guidance(
    purpose: Bilingual(
      "L'endroit, assez précis pour le situer, sans adresse privée.",
      "The place, precise enough to find it on a map, with no private address."),
    question: Bilingual("Où cela s'est-il passé ?", "Where did it take place?"),
    good: "Maison de quartier, Bruxelles",
    poor: "chez l'un de nous",
    flaw: Bilingual(
      "Nul ne peut s'y rendre, et le domicile d'une personne n'a pas sa place ici.",
      "Nobody can go there, and a person's home does not belong here."))

  static let project = Guidance(
    purpose: Bilingual(
      "Le projet dont l'action fait partie.",
      "The project that the action is part of."),
    question: Bilingual(
      "Dans quel projet cette action s'inscrit-elle ?",
      "Which project is this action part of?"),
    good: "Réparer ensemble",
    poor: "Notre projet",
    flaw: Bilingual(
      "Le lecteur ne sait pas qui dit « notre ».",
      "The reader does not know who says “our”."))

  static let duration = Guidance(
    purpose: Bilingual(
      "Le temps que cela a pris, avec son unité : « 45 min », « 1 h 40 », « 4 à 6 mois ».",
      "The time that it took, with its unit: “45 min”, “1 h 40”, “4 à 6 mois”."),
    question: Bilingual("Combien de temps cela a-t-il pris ?", "How long did it take?"),
    good: "6 h",
    poor: "assez longtemps",
    flaw: Bilingual(
      "Sans nombre, qui veut refaire l'exercice ne peut pas le prévoir.",
      "Without a number, whoever wants to do it again cannot plan it."),
    rule: "duree-illisible")

  static let start = Guidance(
    purpose: Bilingual(
      "Le début de l'action : une année, un mois ou un jour.",
      "The beginning of the action: a year, a month or a day."),
    question: Bilingual("Quand cela a-t-il commencé ?", "When did it begin?"),
    good: "mars 2025",
    poor: "bientôt",
    flaw: Bilingual(
      "« Bientôt » sera faux demain ; une année reste vraie.",
      "“Soon” will be wrong tomorrow; a year stays true."),
    rule: "date-illisible")

  static let end = Guidance(
    purpose: Bilingual(
      "La fin de l'action ; la ligne manque tant que l'action dure.",
      "The end of the action; the line is missing while the action lasts."),
    question: Bilingual("Quand cela s'est-il terminé ?", "When did it end?"),
    good: "2026",
    poor: "en cours",
    flaw: Bilingual(
      "Une action en cours n'a pas de fin : retirez la ligne.",
      "An action that lasts has no end: remove the line."),
    rule: "date-illisible")

  static let topic = Guidance(
    purpose: Bilingual(
      "Le sujet de l'action, en quelques mots.",
      "The topic of the action, in a few words."),
    question: Bilingual("De quoi cette action parle-t-elle ?", "What is this action about?"),
    good: "Réparation ; réemploi",
    poor: "Divers",
    flaw: Bilingual(
      "Un mot qui vaut pour tout ne fait retrouver aucune action.",
      "A word that fits everything helps to find no action."))

  static let lines = Guidance(
    purpose: Bilingual(
      "Les sortes de travail que l'action a demandées.",
      "The sorts of work that the action took."),
    question: Bilingual(
      "Quels métiers cette action a-t-elle demandés ?",
      "Which crafts did this action take?"),
    good: "Animation ; accompagnement",
    poor: "Faire avancer les choses",
    flaw: Bilingual(
      "C'est une intention ; l'axe dit le travail fait.",
      "This is an intention; the line of work tells the work done."))

  static let funders = Guidance(
    purpose: Bilingual(
      "Les organisations qui ont payé l'action.",
      "The organisations that paid for the action."),
    question: Bilingual("Qui a financé cette action ?", "Who funded this action?"),
    good: "[Maison de quartier](../acteurs/maison-de-quartier.md)",
    poor: "Subsides",
    flaw: Bilingual(
      "Le moyen sans celui qui paie : on ne peut pas aller lui demander.",
      "The means without the one who pays: nobody can go and ask them."))

  static let contacts = Guidance(
    purpose: Bilingual(
      "Les organisations à qui écrire, jamais une personne privée.",
      "The organisations to write to, never a private person."),
    question: Bilingual(
      "Quelle organisation peut en dire plus ?",
      "Which organisation can tell more?"),
    good: "[Maison de quartier](../acteurs/maison-de-quartier.md)",
    poor: "la coordinatrice, sur son portable",
    flaw: Bilingual(
      "Une personne s'en va, et n'a pas choisi d'être publiée ; l'organisation reste.",
      "A person leaves, and did not choose to be published; the organisation stays."))

  static let approach = Guidance(
    purpose: Bilingual(
      "De quel côté le diagnostic regarde le territoire.",
      "From whose side the diagnosis looks at the territory."),
    question: Bilingual(
      "Ce diagnostic vient-il des autorités, des habitants ou des deux ?",
      "Does this diagnosis come from the authorities, from inhabitants or from both?"),
    good: "mixte",
    poor: "participative",
    flaw: Bilingual(
      "Le mot dit la manière, pas le côté d'où l'on regarde.",
      "The word tells the manner, not the side from which one looks."),
    rule: "valeur-inconnue")

  static let canvas = Guidance(
    purpose: Bilingual(
      "La fiche que l'essai met à l'épreuve, par un lien.",
      "The canvas that the experiment puts to the test, by a link."),
    question: Bilingual(
      "Quelle idée cet essai met-il à l'épreuve ?",
      "Which idea does this experiment put to the test?"),
    good: "[La Petite Outilthèque](../fiches/exemple.md)",
    poor: "L'outilthèque",
    flaw: Bilingual(
      "Sans lien, la fiche ne sait pas qu'elle a été essayée.",
      "Without a link, the canvas does not know that it was tried."))

  static let tool = Guidance(
    purpose: Bilingual(
      "L'outil de l'essai, parmi les trois de la méthode.",
      "The tool of the experiment, one of the method's three."),
    question: Bilingual(
      "Est-on allé enquêter, a-t-on fait comme si, ou a-t-on montré ?",
      "Did we go and inquire, did we act as if, or did we show?"),
    good: "micro-expérimentation",
    poor: "enquête",
    flaw: Bilingual(
      "L'enquête créative sur le terrain se nomme « creative debugging ».",
      "The creative inquiry in the field is called “creative debugging”."),
    rule: "valeur-inconnue")

  static let phase = Guidance(
    purpose: Bilingual(
      "La phase de la méthode dont parle la page, de 1 à 5.",
      "The phase of the method that the page is about, from 1 to 5."),
    question: Bilingual(
      "À quel moment de la méthode a-t-on besoin de cette page ?",
      "At which moment of the method is this page needed?"),
    good: "4",
    poor: "atelier",
    flaw: Bilingual(
      "C'est le numéro de la phase qui range les pages du guide.",
      "It is the phase's number that orders the pages of the guide."),
    rule: "valeur-inconnue")
}
