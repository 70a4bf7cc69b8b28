import CanevasLink
import CanevasProject
import CanevasRender
import CanevasSource

/// In which language a client is told of a catalogue, and where it can read more.
struct Wording: Hashable {
  let language: MessageLanguage
  /// The address of the page on the rules, where the catalogue says where its site is.
  let rulesPage: String?

  init(_ catalogue: Catalogue, _ client: Client) {
    language = client.language ?? catalogue.authorsLanguage
    rulesPage = catalogue.rulesPageURL
  }
}
