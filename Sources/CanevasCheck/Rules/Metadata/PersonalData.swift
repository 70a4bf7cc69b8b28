import CanevasModel
import CanevasSource
import CanevasSyntax

extension Rule {
  static let personalData = Rule(
    RuleDocumentation(
      "donnee-personnelle", .info,
      summary: Bilingual(
        "l'adresse électronique ou le portable d'une personne",
        "a person's e-mail address or mobile number"),
      reason: Bilingual(
        "Le catalogue est public : ce qui permet de joindre quelqu'un chez lui ne s'y écrit "
          + "qu'avec son accord.",
        "The catalogue is public: what reaches somebody in private is written there with their "
          + "consent only."),
      remedy: Bilingual(
        "Donner l'adresse de l'organisation, « info@… », ou un lien vers sa page de contact.",
        "Give the organisation's address, “info@…”, or a link to its contact page."),
      examples: [
        .init(
          path: "canvases/acteurs/ferme.md",
          bad: actorText("Ferme du parc").replacing(
            "du quartier.", with: "du quartier : ⟦anne.dupont@exemple.org⟧, ⟦0470 12 34 56⟧."),
          good: actorText("Ferme du parc").replacing(
            "du quartier.", with: "du quartier : info@exemple.org, 02 123 45 67."))
      ]),
    finding: { context in
      guard let document = context.document else { return [] }
      let comments = document.document.blocks.filter(\.isComment).map(\.range)
      let contact = document.head.metadata.entry(.contact)?.range
      let bytes = context.file.bytes
      let mails = mailAddresses(in: bytes).map { ($0, mailWords) }
      let numbers = mobileNumbers(in: bytes).map { ($0, numberWords) }
      return (mails + numbers).filter { range, _ in
        !(comments + [contact].compactMap { $0 }).contains { $0.contains(range) }
      }.map { range, words in
        Finding(
          range,
          Wording(
            message: words.message,
            label: Bilingual(
              "le catalogue est public", "the catalogue is public"),
            help: words.help))
      }
    })
}

private let mailWords = (
  message: Bilingual("adresse électronique d'une personne", "e-mail address of a person"),
  help: Bilingual(
    "donnez l'adresse de l'organisation, ou gardez celle-ci si la personne est d'accord",
    "give the organisation's address, or keep this one if the person agrees")
)
private let numberWords = (
  message: Bilingual("numéro de portable d'une personne", "mobile number of a person"),
  help: Bilingual(
    "donnez le numéro de l'organisation, ou gardez celui-ci si la personne est d'accord",
    "give the organisation's number, or keep this one if the person agrees")
)

/// The addresses that name a person, « anne.dupont@… », or stand at a host of private ones.
private func mailAddresses(in bytes: [UInt8]) -> [ByteRange] {
  func isPart(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || ".-_+".utf8.contains(byte)
  }
  return bytes.indices.compactMap { at in
    guard bytes[at] == UInt8(ascii: "@") else { return nil }
    let local = bytes[..<at].reversed().prefix(while: isPart).count
    var end = at + 1 + bytes[(at + 1)...].prefix(while: isPart).count
    while end > at + 1, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    let host = String(decoding: bytes[(at + 1)..<end], as: UTF8.self).lowercased()
    guard local > 0, host.contains(".") else { return nil }
    let name = bytes[(at - local)..<at].split { !isLetter($0) }
    let isPerson = name.count { $0.count > 1 } >= 2 && name.count == 2
    guard isPerson || privateHosts.contains(host) else { return nil }
    return ByteRange(at - local, end)
  }
}

private let privateHosts: Set = [
  "gmail.com", "hotmail.com", "hotmail.be", "hotmail.fr", "outlook.com", "outlook.be", "yahoo.com",
  "yahoo.fr", "icloud.com", "proton.me", "protonmail.com", "skynet.be", "telenet.be", "laposte.net",
  "orange.fr", "free.fr", "live.be", "live.fr",
]

/// Belgian and French mobile numbers, with or without spaces: 04xx xx xx xx, 06 xx xx xx xx.
private func mobileNumbers(in bytes: [UInt8]) -> [ByteRange] {
  var found: [ByteRange] = []
  var start = bytes.startIndex
  while start < bytes.endIndex {
    guard isDigit(bytes[start]) || bytes[start] == UInt8(ascii: "+") else {
      start += 1
      continue
    }
    let run = bytes[start...].prefix { isDigit($0) || "+ ./".utf8.contains($0) }
    let groups = run.split { !isDigit($0) }
    let isWord = start > 0 && (isLetter(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: "/"))
    // A year in the midst is a date's.
    if !isWord, groups.dropFirst().allSatisfy({ $0.count < 4 }),
      isMobile(String(decoding: groups.joined(), as: UTF8.self)), let last = groups.last
    {
      found.append(ByteRange(start, last.endIndex))
    }
    start = run.endIndex
  }
  return found
}

private func isMobile(_ digits: String) -> Bool {
  let national =
    ["0032", "32", "0033", "33"].first { digits.hasPrefix($0) && digits.count > 10 }
    .map { "0" + digits.dropFirst($0.count).drop { $0 == "0" } } ?? digits
  guard national.count == 10 else { return false }
  return ["045", "046", "047", "048", "049", "06", "07"].contains { national.hasPrefix($0) }
}
