import CanevasModel
import CanevasSource

/// For the fifteen sections of the method's canvas.
extension SectionGuidance {
  static let challenge = Guidance(
    purpose: Bilingual(
      "Le problème vécu, posé en une ou plusieurs questions, puis la réponse que l'idée y "
        + "apporte.",
      "The problem as it is lived, put as one or more questions, then the answer that the idea "
        + "gives."),
    question: Bilingual(
      "À quelle question concrète d'un habitant ou d'une entreprise cette idée répond-elle ?",
      "Which concrete question of an inhabitant or a business does this idea answer?"),
    good: """
      Comment bricoler chez soi sans acheter une perceuse qui sort deux fois l'an ?

      Une outilthèque de quartier prête des outils entretenus, et montre comment s'en servir.
      """,
    poor: "Une application de partage d'outils.",
    flaw: Bilingual(
      "La réponse vient sans sa question : on ne sait ni qui a un problème, ni lequel.",
      "The answer comes without its question: nobody can tell who has a problem, nor which."),
    rule: "question-absente")

  static let features = Guidance(
    purpose: Bilingual(
      "Ce que le service fait, en traits que l'on pourrait vérifier sur place.",
      "What the service does, in traits that could be checked on the spot."),
    question: Bilingual(
      "Que voit et que peut faire quelqu'un qui pousse la porte du service ?",
      "What does somebody who walks into the service see, and what can they do there?"),
    good: """
      - Des outils vérifiés, prêtés pour une semaine
      - Une prise en main de dix minutes au comptoir
      - Une réservation par téléphone ou en ligne
      """,
    poor: "Un service innovant, simple et convivial.",
    flaw: Bilingual(
      "Des qualités que tout service s'attribue, et rien de ce que celui-ci fait ; un trait par "
        + "point se discute mieux.",
      "Qualities that every service claims, and nothing that this one does; one trait an item is "
        + "easier to discuss."),
    rule: "prose-au-lieu-de-liste")

  static let customers = Guidance(
    purpose: Bilingual(
      "Ceux que le service aide, chacun sous un nom court que les autres rubriques reprennent.",
      "Those whom the service helps, each under a short name that the other sections take up."),
    question: Bilingual(
      "À qui ce service manque-t-il aujourd'hui, et dans quelle situation ?",
      "Who misses this service today, and in which situation?"),
    good: """
      - **Locataires** : bricolent peu, et n'ont pas la place de garder des outils
      - **Associations** : montent un chantier une ou deux fois par an
      """,
    poor: "- Tout le monde",
    flaw: Bilingual(
      "Un groupe où chacun entre n'aide pas à choisir ; un nom et une situation permettent "
        + "d'aller lui parler.",
      "A group that takes everybody in helps no choice; with a name and a situation one can go "
        + "and talk to them."))

  static let partners = Guidance(
    purpose: Bilingual(
      "Ceux dont le service a besoin pour marcher, avec l'apport de chacun.",
      "Those whom the service needs to work, with what each of them brings."),
    question: Bilingual(
      "De qui avons-nous besoin autour de la table, et qu'apporte chacun ?",
      "Whom do we need around the table, and what does each of them bring?"),
    good: """
      - **Commune** : prête un rez-de-chaussée
      - **Magasin de bricolage** : cède ses outils de démonstration
      - **Réparateurs bénévoles** : remettent les outils en état
      """,
    poor: """
      - La commune
      - Des magasins
      - Des bénévoles
      """,
    flaw: Bilingual(
      "Des noms sans leur apport : personne ne sait ce qui lui sera demandé.",
      "Names without what they bring: nobody knows what will be asked of them."))

  static let valueProposition = Guidance(
    purpose: Bilingual(
      "Ce que chacun gagne au service, dit du côté de celui qui en profite.",
      "What each party gains from the service, told from the side of the one who benefits."),
    question: Bilingual(
      "Qu'est-ce qui devient plus facile, moins cher ou plus agréable, et pour qui ?",
      "What becomes easier, cheaper or more pleasant, and for whom?"),
    good: """
      - Pour les locataires : le bon outil pour une journée, sans l'acheter ni le ranger
      - Pour le magasin de bricolage : des clients qui essaient avant d'acheter
      """,
    poor: "- Un service de qualité",
    flaw: Bilingual(
      "Une promesse que personne ne peut constater ; « Pour les locataires : » oblige à dire le "
        + "gain de quelqu'un.",
      "A promise that nobody can observe; “Pour les locataires :” makes one tell somebody's "
        + "gain."))

  static let channels = Guidance(
    purpose: Bilingual(
      "Les lieux et les moyens par lesquels on découvre le service et on le reçoit.",
      "The places and means by which people discover the service and receive it."),
    question: Bilingual(
      "Où ces personnes passent-elles déjà, et comment le service arrive-t-il jusqu'à elles ?",
      "Where do these people already go, and how does the service reach them?"),
    good: """
      - Un comptoir, ouvert le samedi matin
      - Une affiche dans les halls d'immeubles
      - Le bulletin communal
      """,
    poor: "- Internet",
    flaw: Bilingual(
      "Internet ne dit ni où l'on apprend que le service existe, ni où l'on prend l'outil.",
      "The internet tells neither where people learn of the service, nor where they pick up the "
        + "tool."))

  static let localResources = Guidance(
    purpose: Bilingual(
      "Ce qui existe déjà sur place et que l'idée remet en usage : matières, lieux, savoirs.",
      "What is already there and what the idea puts to use again: materials, places, skills."),
    question: Bilingual(
      "Qu'est-ce qui dort, se perd ou se jette ici, et pourrait servir ?",
      "What lies idle, is lost or thrown away here, and could be of use?"),
    good: """
      - Des outils oubliés dans les caves du quartier
      - Un local communal vide depuis deux ans
      """,
    poor: "- Des matériaux écologiques",
    flaw: Bilingual(
      "Rien de local : on ne peut ni aller voir la ressource, ni demander à qui elle est.",
      "Nothing local: one can neither go and see the resource, nor ask whose it is."))

  static let revenue = Guidance(
    purpose: Bilingual(
      "D'où vient l'argent ou ce qui en tient lieu, un mécanisme par ligne, avec un montant s'il "
        + "est connu.",
      "Where the money or its equivalent comes from, one mechanism a line, with an amount if it "
        + "is known."),
    question: Bilingual(
      "Qui paie quoi, quand, et pourquoi accepterait-il de le payer ?",
      "Who pays for what, when, and why would they agree to pay it?"),
    good: """
      - **Abonnement** : 30 €/an par ménage
      - **Location** : 8 €/jour pour les grosses machines des associations
      """,
    poor: "- Les utilisateurs paient",
    flaw: Bilingual(
      "Ni mécanisme, ni montant : ce revenu ne se compare à aucun autre et ne se retrouve pas "
        + "sur la carte.",
      "Neither mechanism nor amount: this income compares with no other and is not found on the "
        + "map."),
    rule: "flux-sans-mecanisme")

  static let policy = Guidance(
    purpose: Bilingual(
      "Ce que les pouvoirs publics pourraient faire pour aider : règle, prime, commande, lieu.",
      "What public authorities could do to help: a rule, a grant, an order, a place."),
    question: Bilingual(
      "Quelle décision publique, et de qui, rendrait cette idée plus facile demain ?",
      "Which public decision, and whose, would make this idea easier tomorrow?"),
    good: """
      - Prêter un local communal vide pour un an
      - Ouvrir la prime à la rénovation au prêt d'outils
      """,
    poor: "- Un soutien politique",
    flaw: Bilingual(
      "Un souhait que nul ne peut exaucer : il manque la mesure, et l'autorité qui peut la "
        + "prendre.",
      "A wish that nobody can grant: the measure is missing, and the authority that can take it."))

  static let indicators = Guidance(
    purpose: Bilingual(
      "Les quelques comptes qui diront si l'activité tient, avec leur unité.",
      "The few counts that will tell whether the business holds, with their unit."),
    question: Bilingual(
      "Que compterons-nous dans six mois pour savoir si cela marche ?",
      "What shall we count in six months to know whether it works?"),
    good: """
      - Nombre de prêts par semaine
      - Part des abonnés qui restent une deuxième année
      - Recettes des abonnements (€/an)
      """,
    poor: "- La satisfaction",
    flaw: Bilingual(
      "Sans unité, deux personnes ne compteraient pas la même chose.",
      "Without a unit, two people would not count the same thing."),
    rule: "indicateur-sans-unite")

  static let remarks = Guidance(
    purpose: Bilingual(
      "Les doutes, les conseils et les questions ouvertes, pour celui qui reprendra l'idée.",
      "Doubts, advice and open questions, for whoever takes the idea up."),
    question: Bilingual(
      "Qu'est-ce qui nous fait encore hésiter, et que conseiller à qui prendrait la suite ?",
      "What still makes us hesitate, and what would we advise to whoever carries on?"),
    good: """
      - Qui répare un outil rendu cassé ?
      - Commencer par les vingt outils les plus demandés
      """,
    poor: "- Très bonne idée !",
    flaw: Bilingual(
      "Une approbation n'aide pas le lecteur suivant ; un doute ou un conseil, si.",
      "Approval does not help the next reader; a doubt or a piece of advice does."))

  static let systemMap = Guidance(
    purpose: Bilingual(
      "Qui donne quoi à qui : un échange par ligne, d'un bout à l'autre, avec sa nature.",
      "Who gives what to whom: one exchange a line, from one end to the other, with its nature."),
    question: Bilingual(
      "Que reçoit chacun, et que donne-t-il en retour ?",
      "What does each of them receive, and what do they give in return?"),
    good: """
      - le service → Locataires : prêt d'outils (matériel)
      - Locataires → le service : abonnement (économique)
      - le service → Associations : prêt de machines (matériel)
      - Associations → le service : location (économique)
      - Commune → le service : rez-de-chaussée (matériel)
      - le service → Commune : bilan de l'année (information)
      - Magasin de bricolage → le service : outils de démonstration (matériel)
      - le service → Magasin de bricolage : avis des emprunteurs (information)
      - Réparateurs bénévoles → le service : outils remis en état (matériel)
      - le service → Réparateurs bénévoles : pièces détachées (matériel)
      """,
    poor: "- Les locataires et la commune échangent des outils",
    flaw: Bilingual(
      "Sans flèche, on ne sait pas qui donne ; et deux échanges dans une phrase cachent lequel "
        + "n'a pas de retour.",
      "Without an arrow nobody knows who gives; and two exchanges in one sentence hide the one "
        + "that has no return."),
    rule: "flux-illisible")

  static let offering = Guidance(
    purpose: Bilingual(
      "L'offre vue de la rue : son cœur, sa valeur principale, son identité, puis le reste.",
      "The offer as seen from the street: its core, its main value, its identity, then the rest."),
    question: Bilingual(
      "Comment un client raconterait-il cette offre à un voisin, en une phrase ?",
      "How would a customer tell a neighbour about this offer, in one sentence?"),
    good: """
      - Cœur de l'offre : un outil prêté pour une semaine
      - Valeur principale : bricoler sans acheter
      - Identité : le comptoir du samedi, où l'on se parle
      - Des soirées de réparation
      """,
    poor: "- Une solution globale et intégrée",
    flaw: Bilingual(
      "Aucun client ne parle ainsi, et rien ne distingue le cœur de l'offre de ses à-côtés.",
      "No customer speaks like this, and nothing tells the core of the offer from its extras."))

  static let forces = Guidance(
    purpose: Bilingual(
      "Ce qui aide l'idée, ce qui la freine et qui peut y changer quelque chose, vu en atelier.",
      "What helps the idea, what holds it back and who can change that, as a workshop sees it."),
    question: Bilingual(
      "Qu'est-ce qui pousse cette idée, qu'est-ce qui l'arrête, et qui peut débloquer ?",
      "What pushes this idea, what stops it, and who can clear the way?"),
    good: parts(Force.Side.allCases.map { ($0.rawValue, $0.guidance) }),
    poor: """
      ### Freins

      - Le manque de moyens
      """,
    flaw: Bilingual(
      "Le titre n'est aucun des trois, et ce point vaudrait pour n'importe quelle idée.",
      "The heading is not one of the three, and the item would hold for any idea."),
    rule: "section-inconnue")

  static let evaluation = Guidance(
    purpose: Bilingual(
      "Ce que l'idée changerait, en bien, en mal et par rebond, et ce qu'elle ramène sur place.",
      "What the idea would change, for better, for worse and by rebound, and what it brings back "
        + "home."),
    question: Bilingual(
      "Si l'idée réussit, qu'est-ce qui change ici, y compris ce que nous ne voulions pas ?",
      "If the idea succeeds, what changes here, including what we did not want?"),
    good: parts(Effect.Side.allCases.map { ($0.rawValue, $0.guidance) }),
    poor: """
      ### Effet

      - **Positif** : que du bon
      """,
    flaw: Bilingual(
      "Le titre s'écrit « Effets », et une évaluation sans effet négatif ni rebond n'en est pas "
        + "une.",
      "The heading is spelt “Effets”, and an evaluation without a negative effect or a rebound "
        + "is none."),
    rule: "section-inconnue")
}
