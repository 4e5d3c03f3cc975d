-- Publication lists in pandoc and Quarto: ::: {.publications sources="papers.bib" style="apa"} :::
-- Attributes are options of a list, as in pubs.yaml; `list` names one of it. `pubs` must be found.
local function pubs(to, attributes)
  local arguments = { "block", "--to", to, "--" }
  for name, value in pairs(attributes) do
    table.insert(arguments, name .. "=" .. value)
  end
  -- A list of arguments, no shell; pandoc stops where pubs does.
  local text = pandoc.pipe(os.getenv("PUBS") or "pubs", arguments, "")
  local filled = to == "html" and "publist%-entry" or "%S"
  if not text:match(filled) then error("publist: a list of publications is empty") end
  return text
end

function Div(div)
  if not div.classes:includes("publications") then return nil end
  if FORMAT:match("^html") then
    return pandoc.Div(pandoc.RawBlock("html", pubs("html", div.attributes)), { div.identifier })
  end
  -- Markdown keeps numbers that count down; by way of HTML, what is raised becomes pandoc's own.
  local read = pandoc.read(pubs("markdown", div.attributes), "commonmark")
  local html = pandoc.write(read, "html")
  return pandoc.Div(pandoc.read(html, "html+tex_math_single_backslash-auto_identifiers").blocks, { div.identifier })
end
