import CanevasSource

/// For the sections that only the Business Model Canvas has.
extension SectionGuidance {
  static let keyPartners = Guidance(
    purpose: Bilingual(
      "Les organisations sans lesquelles l'activité ne peut pas tourner.",
      "The organisations without which the business cannot run."),
    question: Bilingual(
      "Qui fait mieux que nous une chose dont nous dépendons ?",
      "Who does better than us something that we depend on?"),
    good: """
      - **Commune** : prête le local
      - **Magasin de bricolage** : cède ses outils de démonstration
      """,
    poor: "- Nos partenaires habituels",
    flaw: Bilingual(
      "Un lecteur d'ailleurs ne les connaît pas ; un nom et un apport suffisent.",
      "A reader from elsewhere does not know them; a name and what they bring are enough."))

  static let keyActivities = Guidance(
    purpose: Bilingual(
      "Ce qu'il faut faire chaque semaine pour tenir la promesse faite aux clients.",
      "What has to be done every week to keep the promise made to customers."),
    question: Bilingual(
      "Que devons-nous faire chaque semaine, même s'il ne vient personne ?",
      "What do we have to do every week, even if nobody comes?"),
    good: """
      - Vérifier et réparer les outils rendus
      - Conseiller au comptoir
      """,
    poor: "- Gérer le projet",
    flaw: Bilingual(
      "Tout projet se gère ; ce qui distingue celui-ci manque.",
      "Every project is managed; what sets this one apart is missing."))

  static let keyResources = Guidance(
    purpose: Bilingual(
      "Ce qu'il faut avoir sous la main : lieux, matériel, personnes, savoirs.",
      "What has to be at hand: places, equipment, people, skills."),
    question: Bilingual(
      "Que nous faut-il avoir le premier jour pour ouvrir ?",
      "What must we have on the first day to open?"),
    good: """
      - Cent outils en état
      - Un local de plain-pied
      - Deux personnes qui savent réparer
      """,
    poor: "- Des moyens suffisants",
    flaw: Bilingual(
      "Suffisants pour quoi ? Une quantité se cherche et se trouve.",
      "Sufficient for what? A quantity can be sought and found."))

  static let customerRelations = Guidance(
    purpose: Bilingual(
      "La façon d'accueillir, d'aider et de garder les clients.",
      "How customers are welcomed, helped and kept."),
    question: Bilingual(
      "Que se passe-t-il entre nous et le client entre deux visites ?",
      "What happens between us and the customer between two visits?"),
    good: """
      - Un conseil au comptoir à chaque prêt
      - Un rappel la veille du retour
      """,
    poor: "- Une relation de confiance",
    flaw: Bilingual(
      "La confiance est le résultat ; la rubrique dit les gestes qui y mènent.",
      "Trust is the outcome; the section tells the gestures that lead to it."))

  static let businessChannels = Guidance(
    purpose: Bilingual(
      "Les chemins par lesquels le client apprend, achète, reçoit et revient.",
      "The ways by which a customer learns, buys, receives and comes back."),
    question: Bilingual(
      "Par où le client passe-t-il, de la première fois qu'il en entend parler jusqu'au retour ?",
      "Which way does the customer take, from first hearing of it to coming back?"),
    good: """
      - Une affiche dans les halls d'immeubles
      - Un comptoir, ouvert le samedi matin
      """,
    poor: "- Communication",
    flaw: Bilingual(
      "Un mot de bureau : il ne dit ni le lieu, ni le moment, ni qui s'en charge.",
      "An office word: it tells neither the place, nor the moment, nor who takes care of it."))

  static let customerSegments = Guidance(
    purpose: Bilingual(
      "Les groupes de clients que l'activité sert, chacun avec ce qui le distingue.",
      "The groups of customers that the business serves, each with what sets it apart."),
    question: Bilingual(
      "Pour lequel de ces groupes ouvririons-nous, s'il fallait n'en garder qu'un ?",
      "For which of these groups would we open, if we could keep only one?"),
    good: """
      - **Locataires** : bricolent peu, et n'ont pas la place de garder des outils
      - **Associations** : montent un chantier une ou deux fois par an
      """,
    poor: "- Le grand public",
    flaw: Bilingual(
      "Le grand public ne se rencontre pas ; un groupe distinct se compte et s'interroge.",
      "The general public cannot be met; a distinct group can be counted and asked."))

  static let costs = Guidance(
    purpose: Bilingual(
      "Ce que l'activité coûte, les dépenses les plus lourdes d'abord.",
      "What the business costs, the heaviest expenses first."),
    question: Bilingual(
      "Quelles sont nos trois plus grosses dépenses, et lesquelles tombent même sans client ?",
      "What are our three largest expenses, and which fall due even without a customer?"),
    good: """
      - **Assurance** : 400 €/an
      - **Pièces détachées** : 20 €/mois
      """,
    poor: "- Frais divers",
    flaw: Bilingual(
      "Un montant même approché se discute ; « divers » se découvre trop tard.",
      "Even a rough amount can be discussed; “sundry” is discovered too late."))

  static let revenueSources = Guidance(
    purpose: Bilingual(
      "D'où vient l'argent, un mécanisme par ligne, avec un montant s'il est connu.",
      "Where the money comes from, one mechanism a line, with an amount if it is known."),
    question: Bilingual(
      "Pour quoi chaque groupe de clients est-il prêt à payer, et de quelle manière ?",
      "What is each group of customers willing to pay for, and in which way?"),
    good: """
      - **Abonnement** : 30 €/an par ménage
      - **Location** : 8 €/jour pour les grosses machines
      """,
    poor: "- Les utilisateurs paient",
    flaw: Bilingual(
      "Ni mécanisme, ni montant : ce revenu ne se compare à aucun autre.",
      "Neither mechanism nor amount: this income compares with no other."),
    rule: "flux-sans-mecanisme")
}
