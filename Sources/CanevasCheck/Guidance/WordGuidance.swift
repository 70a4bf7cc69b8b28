package import CanevasModel
package import CanevasSource

extension Mechanism {
  /// Who pays for what, in a few words.
  package var meaning: Bilingual {
    switch self {
    case .subscription:
      Bilingual(
        "un montant fixe, payé à intervalles réguliers", "a fixed amount, paid at regular times")
    case .sale: Bilingual("un bien vendu, une fois pour toutes", "goods sold, once and for all")
    case .commission:
      Bilingual(
        "une part de ce que d'autres échangent grâce au service",
        "a share of what others trade thanks to the service")
    case .rental: Bilingual("l'usage d'un bien, pour un temps", "the use of goods, for a time")
    case .service: Bilingual("un travail payé à l'acte", "work paid by the piece")
    case .entryFee: Bilingual("ce qui se paie une fois pour entrer", "what is paid once to enter")
    case .usageFee:
      Bilingual("ce qui se paie chaque fois qu'on se sert", "what is paid at each use")
    case .contribution:
      Bilingual(
        "ce que membres ou habitants mettent en commun", "what members or inhabitants pool")
    case .publicFunding:
      Bilingual("ce qu'un pouvoir public verse", "what a public authority pays")
    case .gainSharing:
      Bilingual(
        "une part de l'économie que le client réalise", "a share of what the customer saves")
    case .saving: Bilingual("un coût évité, plutôt qu'une recette", "a cost avoided, not an income")
    case .exchange:
      Bilingual("un bien ou un travail contre un autre", "goods or work against others")
    case .tax: Bilingual("ce que la loi prélève", "what the law levies")
    case .free:
      Bilingual(
        "rien à payer pour celui qui en profite", "nothing to pay for those who profit by it")
    case .charge:
      Bilingual(
        "ce que le service dépense ; n'est pas compté comme revenu",
        "what the service spends; not counted as revenue")
    }
  }
}

extension FlowNature {
  /// What such a flow carries.
  package var meaning: Bilingual {
    switch self {
    case .material:
      Bilingual("des choses, des lieux ou du travail", "things, places or work")
    case .information:
      Bilingual("des savoirs, des conseils, des données", "knowledge, advice, data")
    case .economic:
      Bilingual("de l'argent, ou ce qui en tient lieu", "money, or what stands for it")
    }
  }
}
