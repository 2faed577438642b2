"""Charts: `build` makes values from the data, `draw` turns them into SVG.

In between, `lanes` or `tree` place the boxes on a `grid`; `lines` and `route` find ways for the
arrows, `track` and `doors` keep them apart, and `plan` holds the result. `dot` writes it for
Graphviz, with `attributes`, `label`, `text` and `style`, and `renderer` runs it. `measure` and
`path` read what comes back as numbers (`tata`), `compact` moves the rows of a flow together, and
`svg` writes the picture from them; `draw.layouts` gives the numbers to exports.
"""
