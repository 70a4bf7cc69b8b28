import CanevasSource

/// For the keys of a canvas and those that all kinds share.
extension KeyGuidance {
  static let theme = Guidance(
    purpose: Bilingual(
      "Le ou les thèmes auxquels le document répond, par un lien.",
      "The theme or themes that the document answers, by a link."),
    question: Bilingual(
      "À quel enjeu du territoire cette idée répond-elle en premier ?",
      "Which stake of the territory does this idea answer first?"),
    good: "[Quartier](../themes/quartier.md)",
    poor: "Quartier",
    flaw: Bilingual(
      "Un mot n'est pas un lien : la fiche ne paraît pas sur la page du thème.",
      "A word is not a link: the canvas is not shown on the theme's page."))

  static let status = Guidance(
    purpose: Bilingual(
      "Où en est l'idée dans le vivier ; il dit aussi quelles rubriques sont demandées.",
      "Where the idea stands in the pool; it also tells which sections are asked for."),
    question: Bilingual(
      "Où en est cette idée aujourd'hui, preuve à l'appui ?",
      "Where does this idea stand today, and what shows it?"),
    good: "retenue",
    poor: "en cours",
    flaw: Bilingual(
      "« En cours » peut vouloir dire choisie, essayée ou lancée.",
      "“En cours” may mean chosen, tried or launched."),
    rule: "valeur-inconnue")

  static let territory = Guidance(
    purpose: Bilingual(
      "Le lieu où cela se joue, sous le nom que tous lui donnent.",
      "The place where it happens, under the name that everybody gives it."),
    question: Bilingual(
      "Sur quel territoire cela se passe-t-il ?",
      "On which territory does this happen?"),
    good: "Bruxelles",
    poor: "Ici",
    flaw: Bilingual(
      "Le lecteur d'une autre ville ne sait pas où est « ici ».",
      "A reader in another town does not know where “here” is."))

  static let carrier = Guidance(
    purpose: Bilingual(
      "L'organisation qui mène l'idée ; sans elle, l'idée est montrée comme cherchant un "
        + "porteur.",
      "The organisation that carries the idea; without it, the idea is shown as looking for a "
        + "carrier."),
    question: Bilingual(
      "Quelle organisation est prête à porter cette idée ?",
      "Which organisation is ready to carry this idea?"),
    good: "[Maison de quartier](../acteurs/maison-de-quartier.md) (potentiel)",
    poor: "À trouver",
    flaw: Bilingual(
      "La ligne absente le dit déjà ; ces mots passeraient pour le nom d'un porteur.",
      "The missing line says so already; these words would pass for a carrier's name."))

  static let inspiration = Guidance(
    purpose: Bilingual(
      "Les cas dont l'idée s'inspire, par un lien.",
      "The cases that the idea is inspired by, by a link."),
    question: Bilingual(
      "De quelle réussite d'ailleurs cette idée s'inspire-t-elle ?",
      "Which success elsewhere is this idea inspired by?"),
    good: "[Bibliothèque d'outils](../cas/bibliotheque-d-outils.md)",
    poor: "Ce qui se fait ailleurs",
    flaw: Bilingual(
      "Sans lien, personne ne peut aller voir le cas.",
      "Without a link nobody can go and see the case."))

  static let source = Guidance(
    purpose: Bilingual(
      "Le document d'où viennent les faits, par un lien.",
      "The document that the facts come from, by a link."),
    question: Bilingual("D'où tenons-nous ces faits ?", "Where do we have these facts from?"),
    good: "[Toolkit](../../seeds/toolkit.md)",
    poor: "Internet",
    flaw: Bilingual(
      "On ne peut pas relire « Internet » ; une page de source garde le titre et l'éditeur.",
      "One cannot read “the internet” again; a source's page keeps the title and the publisher."))

  static let date = Guidance(
    purpose: Bilingual("Une année, un mois ou un jour.", "A year, a month or a day."),
    question: Bilingual("De quand date cela ?", "When was that?"),
    good: "mai 2014",
    poor: "au printemps",
    flaw: Bilingual(
      "Sans année, le document ne se range dans aucun ordre.",
      "Without a year the document fits into no order."),
    rule: "date-illisible")

  static let model = Guidance(
    purpose: Bilingual(
      "Pour une fiche, le canevas dont elle suit les rubriques ; pour un cas inspirant, sa sorte "
        + "de produit-service.",
      "For a canvas, the model whose headings it follows; for an inspiring case, its kind of "
        + "product-service."),
    question: Bilingual("De quel modèle s'agit-il ?", "Which model is it?"),
    good: "business model canvas",
    poor: "BMC",
    flaw: Bilingual(
      "Un sigle n'est pas reconnu : la fiche serait lue sous les mauvais titres.",
      "An acronym is not recognised: the canvas would be read under the wrong headings."),
    rule: "valeur-inconnue")

  static let reviewed = Guidance(
    purpose: Bilingual(
      "La date de la dernière relecture de la fiche, puis ce avec quoi elle a été relue : thèmes, "
        + "cas, sources et essais. « canevas review » l'écrit, et « lien-suspect » dit lequel a "
        + "changé depuis.",
      "The date when the canvas was last reviewed, then what it was reviewed against: themes, "
        + "cases, sources and experiments. “canevas review” writes it, and “lien-suspect” tells "
        + "which of them has changed since."),
    question: Bilingual(
      "Quand avons-nous relu cette fiche pour la dernière fois ?",
      "When did we last review this canvas?"),
    good: "2026-03-12",
    poor: "oui",
    flaw: Bilingual(
      "Un oui ne vieillit pas ; une date dit quand il faut relire.",
      "A yes does not age; a date tells when to read again."),
    rule: "date-illisible")

  static let formerName = Guidance(
    purpose: Bilingual(
      "L'ancien nom du fichier : les liens vers son ancienne adresse mènent ici.",
      "The former file name: links to its former address lead here."),
    question: Bilingual(
      "Sous quel nom ce document était-il connu avant ?",
      "Under which name was this document known before?"),
    good: "pret-d-outils",
    poor: "L'ancienne fiche",
    flaw: Bilingual(
      "C'est le nom du fichier, sans « .md », qui faisait l'adresse.",
      "It is the file's name, without “.md”, that made the address."))

  static let draft = Guidance(
    purpose: Bilingual(
      "Garde le document hors du site tant qu'il n'est pas prêt ; il est vérifié quand même.",
      "Keeps the document off the site until it is ready; it is checked all the same."),
    question: Bilingual(
      "Ce document peut-il être lu par tout le monde ?",
      "May everybody read this document?"),
    good: "oui",
    poor: "presque",
    flaw: Bilingual(
      "C'est oui ou non : le compilateur ne publie pas à moitié.",
      "It is yes or no: the compiler does not publish by halves."),
    rule: "valeur-inconnue")
}
