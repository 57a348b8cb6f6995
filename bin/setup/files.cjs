'use strict'
const crypto = require('crypto')
const fs = require('fs')
const path = require('path')

/** The content of a text file, or nothing when it cannot be read. */
function read(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Writes a whole file at once: whoever reads it meanwhile sees the former one or this one. */
function write(file, content) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}`
  fs.writeFileSync(draft, content)
  fs.renameSync(draft, file)
}

/** All files under the folders for which `wanted(name)` holds, sorted; folders may be missing. */
function filesUnder(folders, wanted) {
  const found = []
  const visit = (folder) => {
    if (!fs.existsSync(folder)) return
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name)
      if (entry.isDirectory()) visit(file)
      else if (wanted(entry.name)) found.push(file)
    }
  }
  folders.forEach(visit)
  return found.sort()
}

/** One short hash of the names (relative to `root`) and contents of files; missing ones count as empty. */
function hashOf(root, files) {
  const hash = crypto.createHash('sha256')
  for (const file of files) {
    const name = path.relative(root, file).split(path.sep).join('/')
    hash.update(`${name}\0${read(file)}\0`)
  }
  return hash.digest('hex').slice(0, 24)
}

module.exports = { filesUnder, hashOf, read, write }
