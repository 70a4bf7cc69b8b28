package import CanevasRender

extension Session.Checked {
  /// The site of the whole catalogue, of documents with an error, too, with the program's own
  /// templates. Nothing is rendered or published.
  package func site(_ options: SiteOptions) -> Site {
    Site(catalogue, templates: .builtIn(), options: options)
  }
}
