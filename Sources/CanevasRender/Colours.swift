import CanevasLink
import CanevasModel

extension ThemeColour {
  /// The colour on white and on a dark page: both reach a contrast of 4.5 to 1 there (WCAG 2.2,
  /// 1.4.3).
  var shades: (light: String, dark: String) {
    switch self {
    case .green: ("#2f6b3a", "#8fcf9a")
    case .red: ("#a8322a", "#f2a097")
    case .blue: ("#22588f", "#93c0ee")
    case .orange: ("#9a4d0b", "#f0b27a")
    case .violet: ("#6a3d8f", "#cfaeea")
    case .turquoise: ("#0f6668", "#7fd0d0")
    case .pink: ("#a02c63", "#f0a3c5")
    case .yellow: ("#745c00", "#e0c558")
    case .brown: ("#70482d", "#d9b096")
    case .grey: ("#4a5258", "#b8c0c6")
    }
  }
}

extension Site {
  /// The class that gives a page or card the colour of a theme.
  func colourClass(of theme: Catalogue.Index) -> String {
    guard case .theme(let facts) = catalogue.documents[theme].facts, let colour = facts.colour
    else { return "" }
    return "couleur-" + colour.rawValue
  }

  /// The style sheet of the colours that the catalogue's themes use.
  var colourSheet: String {
    let used = ThemeColour.allCases.filter { colour in
      catalogue.themes.contains { colourClass(of: $0) == "couleur-" + colour.rawValue }
    }
    let light = used.map { ".couleur-\($0.rawValue){--theme:\($0.shades.light)}\n" }
    // What shows paper on screen stays white.
    let dark = used.map {
      "html:not(.on-paper) .couleur-\($0.rawValue){--theme:\($0.shades.dark)}\n"
    }
    return light.joined() + "@media screen and (prefers-color-scheme:dark){\n" + dark.joined()
      + "}\n"
  }
}
