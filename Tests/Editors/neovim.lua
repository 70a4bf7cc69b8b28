-- Neovim on a catalogue, without a screen: opens a document, asks what an author would ask, and
-- writes the answers as JSON.
-- `nvim -l` is newer than 0.7: this runs with `-S`, and takes the set-up, the document and the
-- file for the answers from the environment.

local document, answers = vim.env.DOCUMENT, {}

local function wait(happens)
  assert(vim.wait(10000, happens, 20), 'Neovim waited for nothing')
end

-- The cursor in front of words: the line from one, the column in bytes from zero.
local function go_to(words)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, true)) do
    local column = line:find(words, 1, true)
    if column then
      vim.api.nvim_win_set_cursor(0, { number, column - 1 })
      return
    end
  end
  error('no ' .. words)
end

local function ask(method, more)
  local params = vim.tbl_extend('force', vim.lsp.util.make_position_params(), more or {})
  local result = vim.lsp.buf_request_sync(0, method, params, 10000)
  for _, answer in pairs(result or {}) do
    assert(not answer.err, vim.inspect(answer.err))
    return answer.result
  end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n') .. '\n'
end

local function drive()
  vim.cmd('source ' .. vim.fn.fnameescape(vim.env.SETUP))
  vim.cmd('edit ' .. vim.fn.fnameescape(document))
  vim.bo.filetype = 'markdown'
  wait(function() return next(vim.lsp.buf_get_clients(0)) ~= nil end)
  local client = next(vim.lsp.buf_get_clients(0))

  -- Diagnostics, of what is typed.
  go_to('## CIBLES CLIENTS')
  vim.api.nvim_set_current_line('## CIBLE CLIENT')
  wait(function() return #vim.diagnostic.get(0) > 0 end)
  answers.diagnostics = vim.tbl_map(function(finding)
    return { finding.lnum, finding.col, finding.end_col, finding.message, finding.severity }
  end, vim.diagnostic.get(0))
  vim.api.nvim_set_current_line('## CIBLES CLIENTS')
  wait(function() return #vim.diagnostic.get(0) == 0 end)

  -- Hover and definition.
  go_to('Ferme Nos Pilifs](../acteurs/ferme-nos-pilifs.md).')
  answers.hover = ask('textDocument/hover').contents.value
  vim.lsp.buf.definition()
  wait(function() return vim.api.nvim_buf_get_name(0):find('ferme-nos-pilifs', 1, true) end)
  answers.definition = { vim.api.nvim_get_current_line(), vim.api.nvim_win_get_cursor(0) }
  vim.cmd('buffer ' .. vim.fn.fnameescape(document))

  -- Completion, through omnifunc, behind letters of several bytes.
  go_to('- Un potager')
  vim.api.nvim_set_current_line('- Un 🌱 : [École](../acteurs/eco')
  vim.api.nvim_win_set_cursor(0, { vim.api.nvim_win_get_cursor(0)[1], 0 })
  vim.cmd('normal! $')
  local params = vim.lsp.util.make_position_params()
  params.position.character = params.position.character + 1
  local list = ask('textDocument/completion', { position = params.position })
  local item = list.items[1]
  answers.completion = item.label
  vim.lsp.util.apply_text_edits({ item.textEdit }, 0, 'utf-16')
  answers.completed = vim.api.nvim_get_current_line()

  -- The same with its keys: Ctrl-X Ctrl-O, the first one, done.
  local keys = vim.api.nvim_replace_termcodes('A<C-x><C-o><C-n><C-y><Esc>', true, true, true)
  vim.o.completeopt = 'menu,menuone,noinsert,noselect'
  answers.typed = vim.tbl_map(function(line)
    vim.api.nvim_set_current_line(line)
    vim.api.nvim_feedkeys(keys, 'xt', false)
    return vim.api.nvim_get_current_line()
  end, { '## pol', 'é🌱 [x](../acteurs/eco', 'é🌱 [École d', 'é🌱 [x](../acteurs/fer' })
  vim.api.nvim_set_current_line('-   Un potager  ')

  -- Formatting.
  vim.lsp.buf.formatting_sync(nil, 10000)
  answers.formatted = text()
  vim.cmd('write')

  -- Rename, of a document, its file and all links to it.
  go_to('ferme-nos-pilifs.md).')
  vim.lsp.buf.rename('pilifs')
  wait(function() return text():find('acteurs/pilifs.md', 1, true) end)
  vim.cmd('silent wall')
  answers.renamed = text()

  -- The same as the program says, once everything is written.
  vim.lsp.stop_client(client)
  wait(function() return vim.lsp.client_is_stopped(client) end)
end

local succeeded, problem = xpcall(drive, debug.traceback)
answers.problem = not succeeded and problem or nil
local file = assert(io.open(vim.env.ANSWERS, 'w'))
file:write(vim.fn.json_encode(answers))
file:close()
vim.cmd('qall!')
