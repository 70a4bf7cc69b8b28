import CanevasSource

/// For the sections of diagnoses, themes, workshops and experiments.
extension SectionGuidance {
  static let pressures = Guidance(
    purpose: Bilingual(
      "Ce qui pèse sur le territoire et le transforme, sans encore parler de solutions.",
      "What weighs on the territory and changes it, with no word of solutions yet."),
    question: Bilingual(
      "Qu'est-ce qui change ici depuis dix ans, que nous le voulions ou non ?",
      "What has been changing here for ten years, whether we want it or not?"),
    good: """
      - **Sociale** : des logements de plus en plus petits
      - **Économique** : des rez-de-chaussée commerciaux vides
      """,
    poor: "- De nombreux problèmes",
    flaw: Bilingual(
      "Une pression a un nom et une direction ; un problème sans nom ne se mesure pas.",
      "A pressure has a name and a direction; a problem without a name cannot be measured."))

  static let priorityStakes = Guidance(
    purpose: Bilingual(
      "Les quelques enjeux que le territoire choisit de traiter en premier.",
      "The few stakes that the territory chooses to deal with first."),
    question: Bilingual(
      "Si nous ne pouvions répondre qu'à trois de ces pressions, lesquelles et pourquoi ?",
      "If we could answer only three of these pressures, which ones and why?"),
    good: """
      - Donner l'usage d'objets que les petits logements ne peuvent garder
      - Rouvrir des rez-de-chaussée vides
      """,
    poor: "- Le développement durable",
    flaw: Bilingual(
      "C'est le but de tous les territoires ; la priorité de celui-ci n'y est pas.",
      "It is the aim of every territory; the priority of this one is not in it."))

  static let diagnosisSources = Guidance(
    purpose: Bilingual(
      "Les études, les plans et les rencontres dont le diagnostic est tiré.",
      "The studies, plans and meetings that the diagnosis is drawn from."),
    question: Bilingual(
      "D'où savons-nous cela, et qui d'autre pourrait le vérifier ?",
      "How do we know this, and who else could check it?"),
    good: """
      - Enquête de la commune auprès de 200 ménages, 2024
      - Trois soirées de quartier
      """,
    poor: "- Divers documents",
    flaw: Bilingual(
      "Personne ne peut relire un document qui n'est pas nommé.",
      "Nobody can read again a document that is not named."))

  static let regionalStake = Guidance(
    purpose: Bilingual(
      "Ce que le territoire doit résoudre, et que le thème retient du diagnostic.",
      "What the territory has to solve, and what the theme keeps of the diagnosis."),
    question: Bilingual(
      "Quel problème de ce territoire ce thème rassemble-t-il ?",
      "Which problem of this territory does this theme bring together?"),
    good: """
      Dans des logements plus petits, les habitants n'ont plus la place de ce qui sert rarement.
      """,
    poor: "Une ville plus durable.",
    flaw: Bilingual(
      "Un but qui vaut partout n'aide pas à trier les idées.",
      "An aim that holds everywhere does not help to sort ideas."))

  static let opportunity = Guidance(
    purpose: Bilingual(
      "Ce que des services nouveaux pourraient apporter à cet enjeu, sans encore les choisir.",
      "What new services could bring to this stake, without choosing them yet."),
    question: Bilingual(
      "Quels services nouveaux répondraient à cet enjeu, si quelqu'un les offrait ?",
      "Which new services would answer this stake, if somebody offered them?"),
    good: "Des services de prêt et de partage, à l'échelle d'une rue.",
    poor: "Développer une application.",
    flaw: Bilingual(
      "C'est déjà une solution : elle ferme le thème à toutes les autres idées.",
      "This is a solution already: it closes the theme to all other ideas."))

  static let keyQuestions = Guidance(
    purpose: Bilingual(
      "Les questions ouvertes dont un atelier du thème peut partir.",
      "The open questions that a workshop on the theme can start from."),
    question: Bilingual(
      "Quelle question poser à l'atelier pour qu'il en sorte plus d'une réponse ?",
      "Which question put to the workshop would bring more than one answer?"),
    good: "- Que pourrait-on partager entre voisins plutôt que l'acheter ?",
    poor: "- Faut-il partager ?",
    flaw: Bilingual(
      "On y répond par oui ou par non, et l'atelier est fini.",
      "It is answered by yes or no, and the workshop is over."))

  static let participants = Guidance(
    purpose: Bilingual(
      "Qui était là, par rôle et en nombre, jamais par nom de personne.",
      "Who was there, by role and in numbers, never by a person's name."),
    question: Bilingual(
      "Qui est autour de la table, et quel point de vue manque encore ?",
      "Who is around the table, and which point of view is still missing?"),
    good: """
      Douze personnes :

      - quatre locataires
      - trois réparateurs
      - trois associations
      - deux agents communaux
      """,
    poor: "Un groupe motivé et varié.",
    flaw: Bilingual(
      "On ne peut pas voir qui manquait, ni juger de ce que les votes valent.",
      "One cannot see who was missing, nor judge what the votes are worth."))

  static let agenda = Guidance(
    purpose: Bilingual(
      "Les étapes de la journée, chacune avec sa durée et ce qu'on y a fait.",
      "The steps of the day, each with its duration and what was done in it."),
    question: Bilingual(
      "Qu'avons-nous fait, dans quel ordre, et combien de temps chaque fois ?",
      "What did we do, in which order, and for how long each time?"),
    good: """
      - Tour de table (20') : chacun nomme l'outil qui lui manque
      - Idées en petits groupes (1 h 30) : une histoire d'usager par groupe
      - Vote (15') : trois gommettes par personne
      """,
    poor: "- On discute un bon moment",
    flaw: Bilingual(
      "Sans nom ni durée, l'étape ne s'additionne pas, et personne ne peut la refaire ailleurs.",
      "Without a name and a duration the step cannot be added up, nor done again elsewhere."),
    rule: "etape-illisible")

  static let stories = Guidance(
    purpose: Bilingual(
      "De courts récits d'usagers, réels ou imaginés, d'où sortent les idées.",
      "Short stories of users, real or imagined, that ideas come from."),
    question: Bilingual(
      "Que vit cette personne, du moment où elle a le problème jusqu'à celui où il est réglé ?",
      "What does this person live through, from having the problem until it is solved?"),
    good: """
      Une locataire veut poser une étagère dimanche. Elle emprunte une perceuse en bas de sa rue, \
      et le réparateur lui montre comment s'en servir.
      """,
    poor: "Le service facilitera la vie des usagers.",
    flaw: Bilingual(
      "Il ne se passe rien : sans personne, sans moment et sans geste, aucune idée n'en sort.",
      "Nothing happens: with no person, no moment and no gesture, no idea comes out of it."))

  static let selection = Guidance(
    purpose: Bilingual(
      "Les fiches choisies par le groupe, avec le nombre de voix de chacune.",
      "The canvases that the group chose, with the votes of each."),
    question: Bilingual(
      "Laquelle de ces idées défendriez-vous demain, et combien êtes-vous à le dire ?",
      "Which of these ideas would you stand up for tomorrow, and how many of you say so?"),
    good: "- [La Petite Outilthèque](../fiches/exemple.md) : 9 gommettes",
    poor: "- L'outilthèque a beaucoup plu",
    flaw: Bilingual(
      "Sans lien ni nombre, on ne retrouve pas la fiche et l'on ne sait pas de combien elle "
        + "l'emporte.",
      "Without a link or a number, the canvas cannot be found, nor by how much it won."),
    rule: "vote-sans-fiche")

  static let question = Guidance(
    purpose: Bilingual(
      "Ce que l'essai cherche à savoir, assez précis pour recevoir un non.",
      "What the experiment wants to find out, precise enough to be answered by a no."),
    question: Bilingual(
      "Quelle réponse nous ferait changer d'avis sur l'idée ?",
      "Which answer would make us change our minds about the idea?"),
    good: "Des voisins rapportent-ils à temps un outil prêté sans caution ?",
    poor: "Le service est-il bon ?",
    flaw: Bilingual(
      "Rien de ce qu'on observera ne pourra répondre non.",
      "Nothing that will be observed can answer no."))

  static let `protocol` = Guidance(
    purpose: Bilingual(
      "Ce que l'on fait, où, avec qui, combien de temps et ce que l'on note.",
      "What is done, where, with whom, for how long and what is noted."),
    question: Bilingual(
      "Si quelqu'un refaisait cet essai ailleurs, que devrait-il savoir ?",
      "If somebody repeated this experiment elsewhere, what would they have to know?"),
    good: """
      Trois samedis de suite, dix outils sont prêtés devant la maison de quartier contre une \
      signature. On note chaque départ et chaque retour.
      """,
    poor: "Tester le service auprès d'usagers.",
    flaw: Bilingual(
      "On ne peut ni le refaire, ni en comparer le résultat.",
      "It can neither be repeated, nor its result compared."))

  static let observations = Guidance(
    purpose: Bilingual(
      "Ce qui a été vu, entendu et compté, avant toute conclusion.",
      "What was seen, heard and counted, before any conclusion."),
    question: Bilingual(
      "Qu'avez-vous vu ou entendu, mot pour mot, sans l'interpréter ?",
      "What did you see or hear, word for word, without interpreting it?"),
    good: """
      - 27 prêts, dont 25 rendus à temps
      - La perceuse est demandée neuf fois, la ponceuse jamais
      """,
    poor: "Les gens étaient contents.",
    flaw: Bilingual(
      "C'est une impression ; un fait compté laisse chacun conclure.",
      "This is an impression; a counted fact leaves the conclusion to everyone."))

  static let lessons = Guidance(
    purpose: Bilingual(
      "Ce que les observations apprennent sur l'idée.",
      "What the observations teach about the idea."),
    question: Bilingual(
      "Que savons-nous maintenant, et qu'est-ce qui nous a surpris ?",
      "What do we know now, and what surprised us?"),
    good: """
      - Une signature suffit à faire revenir les outils
      - Le choix des outils compte plus que leur nombre
      """,
    poor: "L'essai est concluant.",
    flaw: Bilingual(
      "Concluant sur quoi ? L'enseignement dit ce qui change dans l'idée.",
      "Conclusive of what? A lesson tells what changes in the idea."))

  static let decision = Guidance(
    purpose: Bilingual(
      "Ce que l'on fait de l'idée après l'essai, et quand on y revient.",
      "What is done with the idea after the experiment, and when it is looked at again."),
    question: Bilingual(
      "Continue-t-on, change-t-on ou arrête-t-on, et qui fait le pas suivant ?",
      "Do we go on, change or stop, and who takes the next step?"),
    good: "Le comptoir ouvre en mars avec vingt outils, et l'on refait le compte en juin.",
    poor: "À voir.",
    flaw: Bilingual(
      "Une décision sans date ni geste n'engage personne.",
      "A decision without a date or a deed binds nobody."))
}
