extension SystemMap {
  /// The map as a picture.
  package func picture(_ name: PictureName, legend words: FlowWords) -> Picture {
    let layout = layout
    let legend = FlowLegend(Set(flows.map(style)), words)
    let hasLegend = !legend.entries.isEmpty
    let width = max(layout.width, hasLegend ? legend.width : 0)
    let height = layout.height + (hasLegend ? FlowLegend.height : 0)
    let hasLinks = parties.contains { $0.href != nil }
    // The frame's lines are centred on the boxes' edges.
    return Picture(name, width: width + 2, height: height + 2, hasLinks: hasLinks) { svg in
      svg.group("transform=\"translate(1 1)\" font-size=\"\(decimal(PictureFont.label.size))\"") {
        draw(layout, &$0)
        if hasLegend { legend.draw(at: Point(x: 0, y: layout.height.rounded() + 28), &$0) }
      }
    }
  }

  private func style(_ flow: Flow) -> FlowStyle {
    FlowStyle(nature: flow.nature, isOptional: flow.isOptional)
  }

  private func draw(_ layout: SystemMapLayout, _ svg: inout SVGWriter) {
    drawParties(layout, &svg)
    svg.group("aria-hidden=\"true\"") { svg in
      for isOptional in [false, true] {
        let arrows = layout.arrows.filter { flows[$0.flow].isOptional == isOptional }
        guard !arrows.isEmpty else { continue }
        svg.group("stroke=\"currentColor\" fill=\"none\"") { svg in
          for style in FlowStyle.all {
            let mine = arrows.filter { self.style(flows[$0.flow]) == style }
            svg.arrows(mine.map { ($0.start, $0.end) }, style)
          }
          svg.heads(arrows.map { ($0.start, $0.end) })
        }
        svg.group("class=\"ink\"" + (isOptional ? " font-style=\"italic\"" : "")) { svg in
          for arrow in arrows {
            svg.block(arrow.label, at: Point(x: arrow.labelRect.x, y: arrow.labelRect.y))
          }
        }
      }
    }
  }

  private func drawParties(_ layout: SystemMapLayout, _ svg: inout SVGWriter) {
    for box in layout.boxes where box.party == nil && !box.isRepeated {
      svg.group("class=\"service\" font-size=\"14\" font-weight=\"bold\" fill=\"#fff\"") { svg in
        svg.raw("<rect fill=\"currentColor\" \(box.rect.attributes)/>")
        svg.block(box.name, at: box.namePlace)
      }
    }
    svg.group("class=\"ink\" font-size=\"12.5\" font-weight=\"bold\"") { svg in
      for box in layout.boxes where box.party != nil || box.isRepeated {
        svg.link(box.party.flatMap { parties[$0].href }) { svg in
          let line = box.isRepeated ? " stroke-dasharray=\"2 3\"" : ""
          svg.raw("<rect class=\"box\" fill=\"none\" stroke=\"#777\"\(line) ")
          svg.raw("\(box.rect.attributes)/>")
          svg.block(box.name, at: box.namePlace)
        }
      }
    }
  }
}

extension Rect {
  /// The rectangle as attributes of an element.
  var attributes: String {
    "x=\"\(decimal(x))\" y=\"\(decimal(y))\" width=\"\(decimal(width))\" "
      + "height=\"\(decimal(height))\""
  }
}

extension SystemMapLayout.Box {
  /// The upper left corner of the name, which stands in the middle of the box's height.
  var namePlace: Point {
    Point(x: rect.x + MapMeasure.padding, y: (rect.midY - name.height / 2).rounded())
  }
}
