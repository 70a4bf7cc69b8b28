import CanevasModel

extension TerritoryMap {
  /// The map as a picture.
  package func picture(_ name: PictureName, legend words: FlowWords) -> Picture {
    let layout = layout
    let natures = ties.map(\.nature) + exchanges.map(\.nature)
    let legend = FlowLegend(
      Set(natures.map { FlowStyle(nature: $0, isOptional: false) }), words)
    let height = layout.height + FlowLegend.height
    return Picture(name, width: layout.width, height: height, hasLinks: true) { svg in
      svg.group("font-size=\"\(decimal(PictureFont.label.size))\"") { svg in
        drawTies(layout, &svg)
        drawExchanges(layout, &svg)
        drawActors(layout, &svg)
        drawCanvases(layout, &svg)
        legend.draw(at: Point(x: 0, y: layout.height + 28), &svg)
      }
    }
  }

  private static let natures: [FlowNature?] = [.material, .information, .economic, nil]

  /// How far a curve of a nature lies from the middle of its ends, so that curves between the
  /// same two stay apart.
  private func shift(_ nature: FlowNature?) -> Double {
    switch nature {
    case .material: -3
    case .economic: 3
    case .information, nil: 0
    }
  }

  private func drawTies(_ layout: TerritoryLayout, _ svg: inout SVGWriter) {
    for (number, group) in groups.enumerated() {
      svg.group("class=\"lines \(group.colour)\" fill=\"none\" stroke=\"currentColor\"") { svg in
        for nature in Self.natures {
          let mine = ties.filter { $0.group == number && $0.nature == nature }
          guard !mine.isEmpty else { continue }
          svg.raw("<path \(FlowStyle(nature: nature, isOptional: false).fineAttributes) d=\"")
          for tie in mine {
            let start = layout.actors[tie.actor].anchor
            let end = layout.canvases[number][tie.canvas].anchor
            for aside in nature == .economic ? [-1.1, 1.1] : [0] {
              svg.curve(from: start, to: end, aside: shift(nature) + aside)
            }
          }
          svg.raw("\"/>\n")
        }
      }
    }
  }

  private func drawExchanges(_ layout: TerritoryLayout, _ svg: inout SVGWriter) {
    svg.group("class=\"lines\" fill=\"none\" stroke=\"currentColor\"") { svg in
      for nature in Self.natures {
        let mine = exchanges.filter { $0.nature == nature && $0.from != $0.to }
        guard !mine.isEmpty else { continue }
        svg.raw("<path \(FlowStyle(nature: nature, isOptional: false).fineAttributes) d=\"")
        for exchange in mine {
          let start = layout.actors[exchange.from].anchor.y + shift(nature)
          let end = layout.actors[exchange.to].anchor.y + shift(nature)
          for aside in nature == .economic ? [-1.1, 1.1] : [0] {
            svg.arc(from: start, to: end, at: layout.arcs, aside: aside)
          }
        }
        svg.raw("\"/>\n")
      }
      svg.heads(
        exchanges.filter { $0.from != $0.to }.map { exchange in
          let y = layout.actors[exchange.to].anchor.y + shift(exchange.nature)
          return (Point(x: layout.arcs - 8, y: y), Point(x: layout.arcs + 5, y: y))
        }, length: 5)
    }
  }

  private func drawActors(_ layout: TerritoryLayout, _ svg: inout SVGWriter) {
    let most = Double(actors.map(\.flows).max() ?? 1).squareRoot()
    svg.group("class=\"box\" stroke=\"#777\" stroke-dasharray=\"1 3\"") { svg in
      for entry in layout.actors where entry.nameRect.maxX + 16 < entry.anchor.x {
        svg.raw("<path d=\"M\(decimal(entry.nameRect.maxX + 6)) \(decimal(entry.anchor.y))")
        svg.raw("H\(decimal(entry.anchor.x - 9))\"/>")
      }
    }
    svg.group("class=\"lines\" fill=\"currentColor\"") { svg in
      for entry in layout.actors {
        let radius = 2 + 5 * Double(actors[entry.place].flows).squareRoot() / most
        svg.circle(entry.anchor, radius)
      }
    }
    svg.group("class=\"ink\"") { svg in
      for entry in layout.actors {
        svg.link(actors[entry.place].href) { $0.entry(entry, isBold: entry.name.font == .hub) }
      }
    }
  }

  private func drawCanvases(_ layout: TerritoryLayout, _ svg: inout SVGWriter) {
    for (number, group) in groups.enumerated() {
      svg.group("class=\"lines \(group.colour)\"") { svg in
        svg.group("fill=\"currentColor\"") { svg in
          svg.entry(layout.headings[number], isBold: false)
          for entry in layout.canvases[number] { svg.circle(entry.anchor, 3.5) }
        }
        svg.group("class=\"ink\"") { svg in
          for entry in layout.canvases[number] {
            svg.link(group.canvases[entry.place].href) { $0.entry(entry, isBold: true) }
          }
        }
      }
    }
  }
}

extension SVGWriter {
  fileprivate mutating func entry(_ entry: TerritoryLayout.Entry, isBold: Bool) {
    let place = Point(x: entry.nameRect.x, y: entry.nameRect.y)
    guard isBold else { return block(entry.name, at: place) }
    group("font-weight=\"bold\"") { $0.block(entry.name, at: place) }
  }

  /// A curve that leaves and arrives level.
  fileprivate mutating func curve(from start: Point, to end: Point, aside: Double) {
    let middle = decimal((start.x + end.x) / 2)
    let (from, to) = (decimal(start.y + aside), decimal(end.y + aside))
    raw("M\(decimal(start.x)) \(from)C\(middle) \(from) \(middle) \(to) \(decimal(end.x)) \(to)")
  }

  /// Half an ellipse that bulges to the left.
  fileprivate mutating func arc(
    from start: Double, to end: Double, at x: Double, aside: Double
  ) {
    let reach = TerritoryMap.reach(abs(end - start)) + aside
    let radius = abs(end - start) / 2 + aside
    let sign = start < end ? -1.0 : 1.0
    raw("M\(decimal(x)) \(decimal(start + sign * aside))A\(decimal(reach)) \(decimal(radius))")
    raw(" 0 0 \(start < end ? 0 : 1) \(decimal(x)) \(decimal(end - sign * aside))")
  }
}
