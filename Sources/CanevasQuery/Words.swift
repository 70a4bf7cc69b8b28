package import CanevasModel
import CanevasSource

extension Kind {
  /// What authors call one document of the kind, in one word: the command line's name for it.
  package var word: String {
    switch self {
    case .catalogue: "catalogue"
    case .canvas: "fiche"
    case .theme: "theme"
    case .actor: "acteur"
    case .inspiringCase: "cas"
    case .actionSheet: "action"
    case .diagnosis: "diagnostic"
    case .workshop: "atelier"
    case .experiment: "essai"
    case .guidePage: "guide"
    case .source: "source"
    }
  }

  /// The kind that people call so, however they spell it: by its word, in the singular or the
  /// plural, by its folder, or by its name in the data.
  init?(word: String) {
    let key = folded(word)
    let kind = Self.allCases.first { kind in
      let folder = kind.folder.split(separator: "/").last.map(String.init)
      return [kind.word, kind.word + "s", kind.rawValue].contains(key)
        || kind != .catalogue && folder == key
    }
    guard let kind else { return nil }
    self = kind
  }
}

extension LinkRole {
  /// The part that a linked document plays, in a word or two.
  var words: Bilingual {
    switch self {
    case .theme: Bilingual("thème", "theme")
    case .carrier: Bilingual("porteur", "carrier")
    case .inspiration: Bilingual("inspiration", "inspiration")
    case .source: Bilingual("source", "source")
    case .diagnosis: Bilingual("diagnostic", "diagnosis")
    case .testedCanvas: Bilingual("fiche testée", "tested canvas")
    case .funder: Bilingual("financeur", "funder")
    case .contact: Bilingual("contact", "contact")
    case .customer: Bilingual("client", "customer")
    case .partner: Bilingual("partenaire", "partner")
    case .channel: Bilingual("canal de diffusion", "channel")
    case .policyMaker: Bilingual("décideur public", "policy maker")
    case .flowEnd: Bilingual("partie prenante", "party to flows")
    case .vote: Bilingual("vote", "vote")
    case .review: Bilingual("relu", "reviewed")
    case .mention: Bilingual("cité", "mentioned")
    }
  }

  /// Whether the role says no more than that there is a link.
  var isVague: Bool { self == .mention || self == .flowEnd }
}

extension Sequence<LinkRole> {
  /// The roles that say most, in the order of their declaration: a flow or a bare mention says
  /// nothing new of a document that plays another part already.
  var telling: [LinkRole] {
    let all = Set(self)
    let roles = LinkRole.allCases.filter(all.contains)
    let clear = roles.filter { !$0.isVague }
    return clear.isEmpty ? Array(roles.prefix(1)) : clear
  }
}
