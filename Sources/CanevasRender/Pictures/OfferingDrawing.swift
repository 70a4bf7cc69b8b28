import CanevasSource

extension OfferingDiagram {
  /// The diagram as a picture.
  package func picture(_ name: PictureName) -> Picture {
    let layout = layout
    return Picture(name, width: layout.width + 2, height: layout.height + 2, hasLinks: false) {
      $0.group("transform=\"translate(1 1)\" font-size=\"\(decimal(PictureFont.label.size))\"") {
        layout.draw(&$0)
      }
    }
  }
}

extension OfferingLayout {
  fileprivate func draw(_ svg: inout SVGWriter) {
    svg.group("fill=\"none\" stroke=\"currentColor\"") { svg in
      for ring in rings.dropFirst().reversed() { svg.circle(ring.centre, ring.radius) }
    }
    svg.group("fill=\"currentColor\"") { svg in
      if let core = rings.first { svg.circle(core.centre, core.radius) }
      for satellite in satellites where !satellite.isOptional { svg.circle(satellite.start, 4) }
    }
    svg.group("class=\"hollow\" fill=\"#fff\" stroke=\"currentColor\"") { svg in
      for satellite in satellites where satellite.isOptional { svg.circle(satellite.start, 3.5) }
    }
    svg.group("class=\"box\" fill=\"none\" stroke=\"#777\"") { svg in
      for satellite in satellites {
        svg.raw("<path d=\"M\(decimal(satellite.start.x + 7)) \(decimal(satellite.start.y))")
        svg.raw("L\(decimal(satellite.end.x)) \(decimal(satellite.end.y))\"")
        svg.raw(satellite.isOptional ? " stroke-dasharray=\"2 3\"/>" : "/>")
      }
    }
    drawTexts(&svg)
  }

  private func drawTexts(_ svg: inout SVGWriter) {
    for (number, ring) in rings.enumerated() {
      let colours =
        number == 0 ? "class=\"service\" fill=\"#fff\"" : "class=\"ink\""
      let x = ring.centre.x
      svg.group(colours + " text-anchor=\"middle\"") { svg in
        svg.group(number == 0 ? "font-size=\"11.5\"" : "class=\"soft\"") {
          $0.block(ring.caption, at: Point(x: x, y: ring.textRect.y))
        }
        let y = ring.textRect.maxY - ring.text.height
        svg.group(ring.text.font.attributes) { $0.block(ring.text, at: Point(x: x, y: y)) }
      }
    }
    svg.group("class=\"ink\" " + PictureFont.ring.attributes) { svg in
      for satellite in satellites {
        let place = Point(x: satellite.textRect.x, y: satellite.textRect.y)
        guard satellite.isOptional else {
          svg.block(satellite.text, at: place)
          continue
        }
        svg.group("font-style=\"italic\"") { $0.block(satellite.text, at: place) }
      }
    }
  }
}

extension PictureFont {
  /// The attributes of a group whose texts are set in the font.
  var attributes: String {
    "font-size=\"\(decimal(size))\"" + (weight == .bold ? " font-weight=\"bold\"" : "")
  }
}
