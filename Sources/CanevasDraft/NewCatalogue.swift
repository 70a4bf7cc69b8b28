/// What a new catalogue begins with: each file by its path from the root, and the one among the
/// templates that it is a copy of.
package enum NewCatalogue {
  package static let documents = [
    (path: "canvases/catalogue.md", template: "start-catalogue.md"),
    (path: "canvases/themes/reparer-et-partager.md", template: "start-theme.md"),
    (path: "canvases/acteurs/maison-de-quartier.md", template: "start-actor.md"),
    (path: "canvases/fiches/outiltheque.md", template: "start-canvas.md"),
  ]

  /// What sets git and text editors, where the folder does not have it yet.
  package static let settings = [
    (path: ".gitignore", template: "start-gitignore.txt"),
    (path: ".gitattributes", template: "start-gitattributes.txt"),
    (path: ".editorconfig", template: "start-editorconfig.txt"),
  ]
}
