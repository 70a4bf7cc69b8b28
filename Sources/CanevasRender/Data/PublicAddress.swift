import CanevasLink
import CanevasModel
import CanevasSource

extension Site {
  /// The address at which the site will be read, with a slash at its end; `nil` where nobody said
  /// it.
  var baseURL: String? {
    guard let base = options.baseURL ?? settings?.address, !base.isEmpty else { return nil }
    return base.hasSuffix("/") ? base : base + "/"
  }

  /// The absolute address of a file of the site.
  func url(of address: String) -> String? {
    baseURL.map { $0 + (address == "index.html" ? "" : percentEncoded(address, isPath: true)) }
  }

  /// The catalogue's settings.
  var settings: CatalogueFacts? {
    if case .catalogue(let facts) = catalogue.sheet?.facts { facts } else { nil }
  }

  /// The catalogue's title as plain text.
  var siteTitle: String { catalogue.sheet?.title ?? "" }
}
