"""Charts, in the order in which they come about: build, draw, twin, legend.

`build` makes values from the data; `draw` turns them into SVG: `lanes` or `tree` place the boxes on
a `grid`, `lines` and `route` find ways for the arrows, `track` and `doors` keep them apart, `plan`
holds the result, `dot` writes it for Graphviz, `svg` prepares what comes back for the page.
`twin` says the same in words, `legend` what the shapes mean.
"""
