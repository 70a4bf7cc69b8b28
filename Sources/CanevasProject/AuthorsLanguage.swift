package import CanevasLink
import CanevasModel
import CanevasSyntax
package import CanevasSource

extension Catalogue {
  /// The language in which the catalogue's authors are spoken to.
  package var authorsLanguage: MessageLanguage {
    guard case .catalogue(let facts) = sheet?.facts else { return .french }
    return facts.language == .english ? .english : .french
  }
}

extension CatalogueRoot {
  /// The language in which the catalogue's authors are spoken to, as its sheet alone says; `nil`
  /// when the sheet cannot be read.
  package func authorsLanguage(on fileSystem: FileSystem) -> MessageLanguage? {
    guard
      case .bytes(let bytes) = try? fileSystem.read(
        absolute(Self.sheet), limit: Limits.documentBytes)
    else { return nil }
    return Catalogue([ReadFile(SourceFile(path: Self.sheet, bytes: bytes))]).authorsLanguage
  }
}
