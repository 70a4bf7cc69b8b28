package import CanevasLink
import CanevasModel
import CanevasSource

extension Site {
  /// The address at which the site will be read, with a slash at its end; `nil` where nobody said
  /// it.
  package var baseURL: String? {
    (options.baseURL ?? settings?.address).flatMap(publicBase)
  }

  /// The absolute address of a file of the site.
  package func url(of address: String) -> String? {
    baseURL.map { $0 + (address == "index.html" ? "" : percentEncoded(address, isPath: true)) }
  }

  /// The catalogue's settings.
  var settings: CatalogueFacts? { catalogue.settings }

  /// The catalogue's title as plain text.
  var siteTitle: String { catalogue.sheet?.title ?? "" }
}

extension Catalogue {
  /// The address of the published page that tells of the rules; `nil` where the catalogue does not
  /// say where its site is read. A rule's code is its anchor there.
  package var rulesPageURL: String? {
    settings?.address.flatMap(publicBase).map { $0 + Site.rulesPageAddress }
  }

  fileprivate var settings: CatalogueFacts? {
    if case .catalogue(let facts) = sheet?.facts { facts } else { nil }
  }
}

/// A site's address with a slash at its end; `nil` for an empty one.
private func publicBase(_ address: String) -> String? {
  guard !address.isEmpty else { return nil }
  return address.hasSuffix("/") ? address : address + "/"
}
