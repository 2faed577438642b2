/* Peta Kerja: the search engine. Gets words and documents from the files of cari/indeks, gives hits. */
(function () {
  "use strict";

  /* How much a kind weighs beside a clause. */
  var KINDS = { klausa: 1, istilah: 1.02, bagan: .6, alur: .66, surat: .62, langkah: .54, unit: .7, peran: .66, halaman: .36 };
  var OWN = 2, NAMED = 3, AGAIN = .94, OWN_OF_TEN = 7, BODY = 1.22;
  var TITLE = 2.2, ABOVE = .65, BELOW = .5, EXACT = .5, NEAR = .25, HEADING = .4, FIRST = .3, VERBATIM = .35;
  /* A hit with less of the best one's weight says too little to be counted. */
  var LEAST = .15;
  var OTHER = .7, KIN = .6, RAREST = 5.5;
  var LIGHT = .45, LITERAL = .6, HEADLINE = 90, OPENS = .3, ANSWERS = .15, EMPTY = .8;
  var PREFIXES = 3, RERANKED = 150, EXCERPT = 230;
  var ORDINALS = ["", "kesatu", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan", "kesembilan", "kesepuluh"];

  function words(text) { return text.toLowerCase().match(/[a-z0-9]+/g) || []; }

  /* --- morphology: the same rules as generator/cari/akar.py ---------------------------------- */

  function Morphology(data) {
    this.known = new Set(data.akar.split(" "));
    this.forms = new Map();
    this.rules = data.imbuhan;
    var forms = this.forms;
    this.except = new Map();
    Object.keys(data.kata.kecuali).forEach(function (form) { this.except.set(form, data.kata.kecuali[form].split(" ")); }, this);
    Object.keys(data.keluarga).forEach(function (roots) {
      var list = roots.split(" ");
      data.keluarga[roots].split(" ").forEach(function (form) { forms.set(form, list); });
    });
  }

  Morphology.prototype.roots = function (word) {
    var found = this.forms.get(word);
    if (!found) this.forms.set(word, found = this.strip(word));
    return found;
  };

  Morphology.prototype.strip = function (word) {
    if (this.except.has(word)) return this.except.get(word);
    var self = this, best = "", cost = 0;
    function weigh(rest, count) {
      if (!self.known.has(rest) && !self.except.has(rest)) return;
      if (rest.length > best.length || (rest.length === best.length && count < cost)) { best = rest; cost = count; }
    }
    function prefixes(base, count, left) {
      if (!left) return;
      self.rules.awalan.forEach(function (rule) {
        var size = rule.awalan.length, next = base.charAt(size);
        if (!next || base.slice(0, size) !== rule.awalan || rule.sebelum.indexOf(next) < 0) return;
        var rest = rule.ganti + base.slice(size);
        if (rest.length < 3) return;
        weigh(rest, count + 1);
        prefixes(rest, count + 1, left - 1);
      });
    }
    var bases = [[word, 0]];
    [this.rules.partikel, this.rules.kata_ganti, this.rules.akhiran].forEach(function (kind) {
      bases.slice().forEach(function (pair) {
        kind.forEach(function (suffix) {
          var rest = pair[0].length - suffix.length;
          if (rest > 2 && pair[0].slice(rest) === suffix) bases.push([pair[0].slice(0, rest), pair[1] + 1]);
        });
      });
    });
    bases.reverse().forEach(function (pair) { weigh(pair[0], pair[1]); prefixes(pair[0], pair[1], PREFIXES); });
    return this.except.get(best) || [best || word];
  };

  /* Edits between two words, neighbours swapped counted as one; more than most is most + 1. */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    var before = [], last = [], row = [], i, j;
    for (j = 0; j <= b.length; j++) last[j] = j;
    for (i = 1; i <= a.length; i++) {
      row = [i];
      var least = i;
      for (j = 1; j <= b.length; j++) {
        var same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
        var value = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) value = Math.min(value, before[j - 2] + 1);
        row[j] = value;
        if (value < least) least = value;
      }
      if (least > most) return most + 1;
      before = last; last = row;
    }
    return last[b.length];
  }

  /* --- the index ----------------------------------------------------------------------------- */

  function Engine(data) {
    this.data = data;
    this.morph = new Morphology(data);
    this.stop = new Set(data.kata.henti.split(/\s+/));
    this.light = new Set(data.kata.ringan);
    this.everyday = new Set(Object.keys(data.kata.lain));
    this.families = new Map();  /* root → its entries in the vocabulary */
    this.docs = [];
    this.tokens = [];  /* numbers of the roots of each document, title first */
    this.forms = [];  /* and of their forms, beside them */
    this.titles = [];  /* how many of them are the title's */
    this.rootIds = new Map();
    this.posts = [];  /* by root: [document, in title, in text, …] */
    this.vocabulary = new Map();  /* form → its number, how often it stands there, its roots */
    this.anchors = new Map();  /* slug → anchor → document */
    this.letters = 0;
    this.names = data.daerah.map(function (row) {
      return { slug: row[0], nama: row[1], singkat: row[2], kata: words(row[2]).filter(function (word) { return word !== "kota" && word !== "kabupaten"; }) };
    });
    this.phrases = this.readPhrases();
    this.loaded = new Set();
  }

  Engine.prototype.readPhrases = function () {
    var self = this, table = new Map();
    function key(phrase) { return words(phrase).map(function (word) { return self.morph.roots(word).join("+"); }).join(" "); }
    function put(phrase, others, weight) {
      var at = key(phrase), entry = table.get(at) || [];
      others.forEach(function (other) { if (key(other) !== at) entry.push([other, weight]); });
      table.set(at, entry);
    }
    this.data.kata.sama.forEach(function (group) { group.forEach(function (name) { put(name, group, .9); }); });
    Object.keys(this.data.kata.lain).forEach(function (name) { put(name, self.data.kata.lain[name], OTHER); });
    return table;
  };

  Engine.prototype.add = function (slug, table) {
    if (this.loaded.has(slug)) return;
    this.loaded.add(slug);
    var first = this.docs.length, anchors = new Map();
    this.anchors.set(slug, anchors);
    for (var i = 0; i < table[1].length; i++) {
      var row = table[1][i];
      var key = /^pasal-[a-z0-9]+/.exec(row[2]);
      var doc = { pembuka: /:\s*$/.test(row[5] || row[4]), terbuka: !/^(?:bab-\d+\w*(?:-bagian.*|-paragraf.*)?|lampiran-(?:bab-)?[a-z0-9]+)$/.test(row[2]), bingkai: /^(?:judul|pembukaan|menimbang|mengingat|memutuskan|menetapkan|penutup|lampiran-judul|lampiran-penutup)/.test(row[2]), gambar: /-bagan-\d/.test(row[2]), kunci: slug + row[1] + (key ? key[0] : row[2].replace(/-[^-]+$/, "")), daerah: slug, jenis: row[0], halaman: table[0][row[1]], jangkar: row[2], sebutan: row[3], judul: row[4], teks: row[5], induk: row[6] < 0 ? -1 : first + row[6] };
      this.docs.push(doc);
      if (doc.jangkar && (doc.jenis === "klausa" || doc.jenis === "istilah")) anchors.set(doc.jangkar, first + i);
      this.index(first + i, doc);
    }
  };

  Engine.prototype.rootId = function (root) {
    var id = this.rootIds.get(root);
    if (id === undefined) { this.rootIds.set(root, id = this.posts.length); this.posts.push([]); }
    return id;
  };

  Engine.prototype.entry = function (form) {
    var entry = this.vocabulary.get(form);
    if (!entry) {
      var roots = this.morph.roots(form);
      entry = { form: form, nomor: this.vocabulary.size, count: 0, roots: roots, ids: roots.map(this.rootId, this) };
      this.vocabulary.set(form, entry);
      if (roots.length === 1) this.families.set(roots[0], (this.families.get(roots[0]) || []).concat([entry]));
    }
    return entry;
  };

  Engine.prototype.index = function (id, doc) {
    var roots = [], forms = [], seen = new Map(), size = 0, posts = this.posts;
    /* "Tanggung jawab ketua tim meliputi:" is a heading, whether it is set as one or not. */
    var heading = !doc.judul && doc.pembuka && doc.teks.length < HEADLINE;
    (heading ? [doc.teks, ""] : [doc.judul, doc.teks]).forEach(function (text, field) {
      words(text).forEach(function (form) {
        var entry = this.entry(form);
        entry.count += 1;
        for (var k = 0; k < entry.ids.length; k++) {
          roots.push(entry.ids[k]);
          forms.push(entry.nomor);
          var count = seen.get(entry.ids[k]);
          if (!count) seen.set(entry.ids[k], count = [0, 0]);
          count[field] += 1;
        }
      }, this);
      if (!field) size = roots.length;
    }, this);
    seen.forEach(function (count, root) { posts[root].push(id, count[0], count[1]); });
    this.tokens.push(Int32Array.from(roots));
    this.forms.push(Int32Array.from(forms));
    this.titles.push(size);
    this.letters += roots.length;
  };

  Engine.prototype.list = function (root) { var id = this.rootIds.get(root); return id === undefined ? [] : this.posts[id]; };

  Engine.prototype.frequency = function (root) { return this.list(root).length / 3; };

  Engine.prototype.rarity = function (root) {
    var count = this.frequency(root);
    return count ? Math.min(RAREST, Math.log(1 + (this.docs.length - count + .5) / (count + .5))) : 0;
  };

  /* --- reading a query ----------------------------------------------------------------------- */

  var ROMAN = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  function roman(text) {
    var sum = 0;
    for (var i = 0; i < text.length; i++) sum += ROMAN[text[i]] < (ROMAN[text[i + 1]] || 0) ? -ROMAN[text[i]] : ROMAN[text[i]];
    return sum;
  }
  function toRoman(number) {
    var out = "";
    [["x", 10], ["ix", 9], ["v", 5], ["iv", 4], ["i", 1]].forEach(function (pair) { while (number >= pair[1]) { out += pair[0]; number -= pair[1]; } });
    return out;
  }
  function number(text) { return /^\d/.test(text) ? text : String(roman(text)); }

  var NUMBERS = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"];

  /* The clause that a query names, taken out of it: segments of the anchor, and the words left. */
  function readClause(query) {
    var rest = " " + query.toLowerCase().replace(/[.,;:?!"“”/]+/g, " ") + " ";
    rest = rest.replace(/\s(pasal|psl|ps|pasl|ayat|ay|huruf|hrf|angka|butir|bab|bagian)(?:\s+(?:nomor|no|ke))?-?\s*(?=\d)/g, " $1 ")
      .replace(/(\d)(?=ayat|huruf|angka)/g, "$1 ")
      .replace(/(\d)(?=\()/g, "$1 ")
      .replace(/(\s(?:pasal|psl|ps|pasl)\s+\d+\s+(?:ayat\s*)?\(?\d+)\)?\s*\(?([a-z])\)?(?=\s)/, "$1) huruf $2 ")
      .replace(/\s(ayat|pasal|angka|bab)\s+(?:ke)?(satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)(?=\s)/g, function (whole, kind, count) { return " " + kind + " " + NUMBERS.indexOf(count) + " "; });
    var part = {}, lampiran = null;
    function take(name, pattern, read) {
      rest = rest.replace(pattern, function (whole, value) {
        if (part[name]) return whole;
        part[name] = read ? read(value) : value;
        return " ";
      });
    }
    if (/\s(?:lampiran|lamp)\s/.test(rest)) {
      rest = rest.replace(/\s(?:lampiran|lamp)((?:\s+(?:bab|huruf|angka|romawi|nomor|ayat)?\s*\(?(?:[ivx]{1,5}|\d{1,2}|[a-z])\)?(?=\s))*)/, function (whole, labels) {
        lampiran = labels.replace(/bab|huruf|angka|romawi|nomor|ayat|[()]/g, " ").trim().split(/\s+/).filter(Boolean);
        if (/bab/.test(labels) && lampiran.length) lampiran[0] = number(lampiran[0]);
        return " ";
      });
    }
    take("pasal", /\s(?:pasal|psl|ps|pasl)\s*(\d+[a-z]?)(?=[\s(])/);
    take("ayat", /\s(?:ayat|ay)\s*\(?\s*(\d+[a-z]?)\s*\)?(?=\s)/);
    if (part.pasal) take("ayat", /\s\(\s*(\d+[a-z]?)\s*\)/);
    take("huruf", /\s(?:huruf|hrf|hurup)\s*\(?([a-z]{1,2})\)?(?=\s)/);
    take("angka", /\s(?:angka|butir)\s*\(?(\d+)\)?(?=\s)/);
    take("bab", /\sbab\s*([ivx]+|\d+)(?=\s)/, number);
    take("bagian", /\sbagian\s*(\d+|ke\s?-?\s?[a-z0-9]+)(?=\s)/, function (value) {
      var at = ORDINALS.indexOf(value.replace(/[\s-]/g, ""));
      return at > 0 ? String(at) : value.replace(/\D/g, "");
    });
    var segments = ["bab", "bagian", "pasal", "ayat", "huruf", "angka"].filter(function (name) { return part[name] && (name !== "bab" && name !== "bagian" || !part.pasal); }).map(function (name) { return name + "-" + part[name]; });
    return { segmen: segments, lampiran: lampiran, sisa: rest.trim() };
  }

  Engine.prototype.clauses = function (asked, slug) {
    var anchors = this.anchors.get(slug), found = [];
    if (!anchors) return found;
    if (asked.lampiran) {
      if (!asked.lampiran.length && !asked.segmen.length) { anchors.forEach(function (id, anchor) { if (/^lampiran-[a-z0-9]+(-\d+)?$/.test(anchor) && !/judul/.test(anchor)) found.push([id, anchor.length]); }); }
      else anchors.forEach(function (id, anchor) {
        var left = follow(anchor, asked.lampiran);
        if (left >= 0) found.push([id, left]);
      });
    } else if (asked.segmen.length) {
      var exact = asked.segmen.join("-");
      anchors.forEach(function (id, anchor) {
        var bare = anchor.replace(/--\d+$/, "");
        if (bare === exact) found.push([id, 0]);
        else if (contains(bare, asked.segmen)) found.push([id, 1 + bare.length - exact.length]);
      });
      if (!found.length && asked.segmen.length > 1 && anchors.has(asked.segmen[0])) found.push([anchors.get(asked.segmen[0]), 99]);
      if (/^bab-\d+$/.test(exact)) ["lampiran-" + exact, "lampiran-" + toRoman(+exact.slice(4))].forEach(function (anchor) { if (anchors.has(anchor)) found.push([anchors.get(anchor), 50]); });
    }
    found.sort(function (a, b) { return a[1] - b[1] || a[0] - b[0]; });
    /* The clause itself when it is there; below it only when the query leaves something out. */
    var least = found.length ? found[0][1] : 0;
    return found.filter(function (pair) { return pair[1] === least || pair[1] === 50; }).map(function (pair) { return pair[0]; });
  };

  function contains(anchor, segments) {
    var at = 0;
    for (var i = 0; i < segments.length; i++) {
      var found = ("-" + anchor + "-").indexOf("-" + segments[i] + "-", at);
      if (found < 0 || (i === 0 && found !== 0)) return false;
      at = found + segments[i].length;
    }
    return ("-" + anchor).slice(-segments[segments.length - 1].length) === segments[segments.length - 1];
  }

  /* How many labels of an anchor of the Lampiran are left after those asked for, or -1. */
  function follow(anchor, labels) {
    if (anchor.slice(0, 9) !== "lampiran-") return -1;
    var own = anchor.replace(/--\d+/g, "").split("-").slice(1), at = 0;
    for (var i = 0; i < labels.length; i++) {
      if (own[at] === "bab") at += 1;
      var label = labels[i];
      if (own[at] !== label && !(/^\d+$/.test(label) && own[at] === toRoman(+label)) && !(/^[ivx]+$/.test(label) && own[at] === String(roman(label)) && i === 0)) return -1;
      at += 1;
    }
    return own.length - at;
  }

  /* Regencies that a query names; their words are taken out. */
  Engine.prototype.regencies = function (tokens) {
    var named = [], left = tokens.slice();
    this.names.forEach(function (name) {
      for (var i = 0; i + name.kata.length <= left.length; i++) {
        if (name.kata.length && name.kata.every(function (word, k) { return left[i + k] === word; })) {
          var from = i > 0 && /^(kota|kab|kabupaten|pemkot|pemkab|di)$/.test(left[i - 1]) ? i - 1 : i;
          named.push(name.slug);
          left.splice(from, i + name.kata.length - from);
          break;
        }
      }
    });
    return { slug: named, sisa: left };
  };

  function says(text, phrases) { return phrases.some(function (phrase) { return (" " + text + " ").indexOf(" " + words(phrase).join(" ") + " ") >= 0; }); }

  /* Numbers of the forms that answer a question word: lists, each of which is enough. */
  Engine.prototype.answers = function (text) {
    var self = this, found = [];
    this.data.kata.tanya.forEach(function (rule) {
      if (says(text, rule.kata)) rule.jawab.forEach(function (phrase) { found.push(words(phrase).map(function (form) { var known = self.vocabulary.get(form); return known ? known.nomor : -1; })); });
    });
    return found;
  };

  Engine.prototype.intent = function (text) {
    var kinds = this.data.kata.jenis, found = "";
    Object.keys(kinds).forEach(function (kind) {
      if (says(text, kinds[kind])) found = found || kind;
    });
    return found || (/ adalah$/.test(text) ? "istilah" : "");
  };

  /* Whether a word is one of the texts, of a phrase or of the language. */
  Engine.prototype.known = function (word) {
    return this.vocabulary.has(word) || this.stop.has(word) || this.morph.known.has(this.morph.roots(word)[0]) || this.phrases.has(this.morph.roots(word).join("+"));
  };

  /* Words that the keyboard joined or split ("ketuatim", "peja bat") as they were meant. */
  Engine.prototype.repair = function (tokens) {
    var list = [];
    for (var i = 0; i < tokens.length; i++) {
      var token = tokens[i], next = tokens[i + 1];
      var joined = next ? this.vocabulary.get(token + next) : null;
      if (joined && (!this.known(token) || !this.known(next))) { list.push(token + next); i += 1; }
      else list.push.apply(list, this.known(token) || /\d/.test(token) ? [token] : this.parted(token));
    }
    return list;
  };

  Engine.prototype.parted = function (word) {
    var best = [word], most = 0;
    for (var at = 3; at <= word.length - 3; at++) {
      var a = this.vocabulary.get(word.slice(0, at)), b = this.vocabulary.get(word.slice(at));
      var count = a && b ? Math.min(a.count, b.count) : 0;
      if (count > most) { most = count; best = [a.form, b.form]; }
    }
    return best;
  };

  /* The words of a query as concepts: alternatives of roots with their weights. */
  Engine.prototype.concepts = function (tokens, notes) {
    var self = this, list = [], i = 0;
    var content = tokens.filter(function (token) { return !self.stop.has(token); });
    var all = !content.length;
    while (i < tokens.length) {
      var span = 0, entry = null, keys = [];
      for (var size = 1; size <= 6 && i + size <= tokens.length; size++) {
        keys.push(self.morph.roots(tokens[i + size - 1]).join("+"));
        var hit = self.phrases.get(keys.join(" "));
        if (hit && (size > 1 || !self.stop.has(tokens[i]))) { span = size; entry = hit; }
      }
      if (!span) {
        if (!all && self.stop.has(tokens[i])) { i += 1; continue; }
        span = 1;
      }
      /* "Tugas-tugas" is said once. */
      if (span > 1 || tokens[i] !== tokens[i - 1]) list.push(self.concept(tokens.slice(i, i + span), entry, i + span === tokens.length, notes));
      i += span;
    }
    return list.filter(function (concept) { return concept.pilihan.length; });
  };

  Engine.prototype.concept = function (forms, entry, last, notes) {
    var self = this, options = [], read = [];
    var kept = forms.filter(function (form) { return forms.length === 1 || !self.stop.has(form); });
    function option(list, weight) {
      var roots = [];
      list.forEach(function (form) { self.morph.roots(form).forEach(function (root) { if (roots.indexOf(root) < 0) roots.push(root); }); });
      options.push({ akar: roots, bobot: weight });
    }
    var known = forms.some(function (form) { return self.morph.roots(form).some(function (root) { return self.frequency(root); }); });
    /* "Berapa lama" means more than its one word that is not a question's. */
    if (known) option(kept, entry && kept.length < forms.length ? LITERAL : 1);
    /* "Tugas" may mean responsibility, "menugaskan" does not: other words stand for the form itself. */
    var named = forms.length > 1 || self.everyday.has(forms[0].replace(/(?:lah|kah|nya|ku|mu|pun)$/, "")) || self.everyday.has(forms[0]);
    (entry || []).forEach(function (pair) { if (named || pair[1] !== OTHER) option(words(pair[0]).filter(function (form) { return !self.stop.has(form); }), pair[1]); });
    options = options.filter(function (o) { return o.akar.some(function (root) { return self.frequency(root); }); });
    if (!options.length) self.guess(forms[0], last, notes).forEach(function (entry) { options.push({ akar: entry.roots, bobot: .9 }); read.push([entry.form]); });
    var weight = 0;
    options.forEach(function (o) {
      var sum = 0, most = 0;
      o.akar.forEach(function (root) { var rare = self.rarity(root); sum += rare; most = Math.max(most, rare); });
      o.rarity = Math.max(most, Math.min(sum, most * 1.6));
    });
    if (options.length) weight = options[0].rarity;
    var ids = new Set();
    options.forEach(function (o) { o.akar.forEach(function (root) { ids.add(self.rootId(root)); }); });
    var spoken = [kept].concat(read, (entry || []).map(function (pair) { return words(pair[0]).filter(function (form) { return !self.stop.has(form); }); }));
    var numbers = spoken.map(function (list) { return list.map(function (form) { var known = self.vocabulary.get(form); return known ? known.nomor : -1; }); });
    var kin = forms.length === 1 && isDeed(forms[0]) ? (self.families.get(self.morph.roots(forms[0])[0]) || []).filter(function (entry) { return isDeed(entry.form); }).map(function (entry) { return entry.nomor; }) : [];
    return { kata: forms.join(" "), serumpun: kin, ids: ids, nomor: numbers, pilihan: options, bobot: weight };
  };

  /* "Menetapkan", "ditetapkan" and "penetapan" tell of one deed; "tetap" does not. */
  function isDeed(form) { return /^(?:me[mnlrwy]|di)\w{4}|^pe\w+an$/.test(form); }

  /* Those who do everything say little beside what is done. */
  Engine.prototype.lighten = function (concepts) {
    var light = this.light;
    var other = concepts.some(function (concept) { return !light.has(concept.kata); });
    if (other) concepts.forEach(function (concept) { if (light.has(concept.kata)) concept.bobot *= LIGHT; });
  };

  /* A word that stands nowhere: the beginning of one, or a slip of the keyboard. */
  Engine.prototype.guess = function (word, last, notes) {
    var self = this, found = [];
    if (last && word.length > 1) {
      self.vocabulary.forEach(function (entry, form) { if (form.length > word.length && form.slice(0, word.length) === word) found.push(entry); });
      if (found.length) {
        found.sort(function (a, b) { return b.count - a.count; });
        var done = new Set();
        return found.filter(function (entry) {
          var key = entry.roots.join(" "), fresh = !done.has(key) && done.size < 6;
          done.add(key);
          return fresh;
        });
      }
    }
    var stripped = self.morph.roots(word);
    var most = word.length < 4 || /\d/.test(word) ? 0 : word.length < 8 ? 1 : 2;
    if (self.morph.known.has(stripped[0])) { notes.tidakAda.push(word); return []; }
    var best = self.nearest(word, most)[0];
    if (!best) { notes.tidakAda.push(word); return []; }
    notes.dibaca.push([word, best.form]);
    return [best];
  };

  Engine.prototype.nearest = function (word, most) {
    var found = [], self = this;
    if (!most) return found;
    this.vocabulary.forEach(function (entry, form) {
      if (form.length < 3 || /\d/.test(form)) return;
      var far = distance(word, form, most);
      if (far <= most) found.push([far + (form[0] === word[0] ? 0 : .5) - Math.min(.4, Math.log(entry.count + 1) / 20), entry]);
    });
    /* A root may be nearer than all its forms: "tranparan" in texts that say "transparansi". */
    this.rootIds.forEach(function (id, root) {
      if (root.length < 4 || self.vocabulary.has(root) || /\d/.test(root)) return;
      var far = distance(word, root, most);
      if (far <= most) found.push([far + (root[0] === word[0] ? 0 : .5), { form: root, count: self.posts[id].length, roots: [root] }]);
    });
    found.sort(function (a, b) { return a[0] - b[0]; });
    return found.map(function (pair) { return pair[1]; });
  };

  /* --- ranking ------------------------------------------------------------------------------- */

  Engine.prototype.saturate = function (id, inTitle, inText) {
    var weight = TITLE * inTitle + inText, mean = this.letters / this.docs.length;
    return weight * 2 / (weight + .9 * (.4 + .6 * Math.min(6, this.tokens[id].length / mean)));
  };

  Engine.prototype.match = function (concept) {
    var self = this, count = this.docs.length, own = new Float32Array(count);
    concept.pilihan.forEach(function (option) {
      var scale = option.bobot * (concept.bobot ? Math.min(1.15, option.rarity / concept.bobot) : 1);
      if (option.akar.length === 1) {
        var list = self.list(option.akar[0]);
        for (var i = 0; i < list.length; i += 3) own[list[i]] = Math.max(own[list[i]], scale * self.saturate(list[i], list[i + 1], list[i + 2]));
        return;
      }
      var sum = new Float32Array(count), hits = new Uint8Array(count), touched = [];
      option.akar.forEach(function (root) {
        var list = self.list(root);
        for (var i = 0; i < list.length; i += 3) {
          if (!hits[list[i]]) touched.push(list[i]);
          hits[list[i]] += 1;
          sum[list[i]] += self.saturate(list[i], list[i + 1], list[i + 2]);
        }
      });
      var ids = option.akar.map(self.rootId, self);
      touched.forEach(function (id) {
        var share = hits[id] / option.akar.length;
        var near = share === 1 ? (self.adjacent(id, ids) ? 1 : .6) : .35 * share * share;
        own[id] = Math.max(own[id], scale * near * sum[id] / hits[id]);
      });
    });
    return own;
  };

  /* Whether all roots stand together somewhere in a document. */
  Engine.prototype.adjacent = function (id, roots) {
    var tokens = this.tokens[id], reach = roots.length + 1;
    for (var i = tokens.indexOf(roots[0]); i >= 0; i = tokens.indexOf(roots[0], i + 1)) {
      var found = 1;
      for (var r = 1; r < roots.length; r++) {
        var at = tokens.indexOf(roots[r], Math.max(0, i - 1));
        if (at >= 0 && at < i + reach) found += 1;
      }
      if (found === roots.length) return true;
    }
    return false;
  };

  /* What stands above a clause speaks for it, and what stands below it, less. */
  Engine.prototype.spread = function (own) {
    var docs = this.docs, all = Float32Array.from(own), i;
    var above = new Float32Array(own.length), below = new Float32Array(own.length);
    for (i = 0; i < docs.length; i++) {
      var parent = docs[i].induk;
      if (parent >= 0) above[i] = Math.max(own[parent] * ABOVE, above[parent] * .8);
    }
    for (i = docs.length - 1; i >= 0; i--) {
      var up = docs[i].induk;
      if (up >= 0 && docs[up].terbuka) below[up] = Math.max(below[up], Math.max(own[i], below[i]) * BELOW);
    }
    for (i = 0; i < docs.length; i++) all[i] = Math.max(own[i], above[i], below[i]);
    return all;
  };

  Engine.prototype.rank = function (concepts, allowed, asked) {
    var self = this, count = this.docs.length, total = 0;
    var owns = concepts.map(function (concept) { return self.match(concept); });
    var spreads = owns.map(function (own) { return self.spread(own); });
    concepts.forEach(function (concept) { total += concept.bobot; });
    var candidates = [];
    for (var id = 0; id < count; id++) {
      var score = 0, covered = 0, direct = 0, heard = 0;
      for (var c = 0; c < concepts.length; c++) {
        var value = spreads[c][id];
        if (!value) continue;
        heard += 1;
        score += concepts[c].bobot * value;
        if (owns[c][id] > 0) { direct += 1; covered += concepts[c].bobot * Math.min(1, .45 + owns[c][id]); }
        else covered += concepts[c].bobot * .72;
      }
      /* What opens a list has all the words when its items have them between them. */
      if (!direct && (concepts.length < 2 || heard < concepts.length || !self.docs[id].pembuka)) continue;
      if (!score || !allowed(self.docs[id])) continue;
      covered = total ? covered / total : 1;
      candidates.push([id, score * covered * covered * self.prior(self.docs[id], asked)]);
    }
    candidates.sort(function (a, b) { return b[1] - a[1] || a[0] - b[0]; });
    var head = candidates.slice(0, RERANKED).map(function (pair) { return [pair[0], pair[1] * self.fit(pair[0], concepts, asked)]; });
    head.sort(function (a, b) { return b[1] - a[1] || a[0] - b[0]; });
    var least = head.length ? head[0][1] * LEAST : 0;
    return this.vary(head.filter(function (pair) { return pair[1] >= least; }), asked).concat(candidates.slice(RERANKED).filter(function (pair) { return pair[1] >= least; }));
  };

  Engine.prototype.prior = function (doc, asked) {
    var value = KINDS[doc.jenis] || 1;
    if (asked.maksud === doc.jenis) value *= 1.5;
    else if (doc.jenis === "istilah") value *= .92;
    if (asked.bernama.length) value *= asked.bernama.indexOf(doc.daerah) >= 0 ? NAMED : 1;
    else if (asked.milik && doc.daerah === asked.milik) value *= OWN;
    if (doc.bingkai) value *= .8;
    if (doc.gambar) value *= .7;
    /* A heading leads to what answers, and answers nothing itself. */
    if (doc.jenis === "klausa" && !doc.teks && !doc.pembuka) value *= EMPTY;
    if (asked.daftar && doc.pembuka) value *= 1 + OPENS;
    /* The body says what holds; the Lampiran tells it at length. */
    if (doc.halaman === "peraturan/") value *= BODY;
    return value;
  };

  /* The form itself before its relatives, words together before words apart, whole titles. */
  Engine.prototype.fit = function (id, concepts, asked) {
    var tokens = this.tokens[id], forms = this.forms[id], size = this.titles[id], value = 1, total = 0, exact = 0, near = 0, pairs = 0;
    var places = concepts.map(function (concept) {
      var found = [];
      for (var i = 0; i < tokens.length; i++) if (concept.ids.has(tokens[i])) found.push(i);
      return found;
    });
    concepts.forEach(function (concept, c) {
      total += concept.bobot;
      if (concept.nomor.some(function (list) { return list.every(function (form) { return forms.indexOf(form) >= 0; }); })) exact += concept.bobot;
      else if (concept.serumpun.some(function (form) { return forms.indexOf(form) >= 0; })) exact += KIN * concept.bobot;
      if (c + 1 < concepts.length) {
        pairs += 1;
        if (places[c].some(function (at) { return places[c + 1].some(function (other) { return Math.abs(other - at) <= 3; }); })) near += 1;
      }
    });
    var starts = places.filter(function (list) { return list.some(function (at) { return at >= size && at < size + concepts.length + 2; }); }).length;
    value += FIRST * starts / concepts.length + VERBATIM * this.verbatim(forms, asked.urut);
    value += EXACT * (total ? exact / total : 0) + (pairs ? NEAR * near / pairs : 0);
    if (asked.jawab.length && asked.jawab.some(function (list) { return list.every(function (form) { return forms.indexOf(form) >= 0; }); })) value += ANSWERS;
    if (size) {
      var told = 0;
      for (var t = 0; t < size; t++) if (places.some(function (list) { return list.indexOf(t) >= 0; })) told += 1;
      var heard = places.filter(function (list) { return list.length && list[0] < size; }).length / concepts.length;
      value += HEADING * heard * told / size;
      if (this.docs[id].jenis === "istilah" && heard === 1 && this.isTerm(id, places)) value += asked.maksud === "istilah" ? 1.2 : .5;
    }
    /* A rule that says all of it comes before the definition of one of its words. */
    if (this.docs[id].jenis === "istilah" && asked.maksud !== "istilah" && !places.every(function (list) { return list.length && list[0] < size; })) value *= .85;
    /* A definition uses the words of others; it answers when its own term was asked for. */
    if (this.docs[id].jenis === "istilah" && !places.some(function (list) { return list.length && list[0] < size; })) value *= .8;
    return value;
  };

  /* How much of the query stands in a document word for word, from 0 to 1. */
  Engine.prototype.verbatim = function (forms, wanted) {
    if (wanted.length < 2) return 0;
    var most = 1;
    for (var w = 0; w + most < wanted.length; w++) {
      for (var i = forms.indexOf(wanted[w]); i >= 0; i = forms.indexOf(wanted[w], i + 1)) {
        var run = 1;
        while (w + run < wanted.length && forms[i + run] === wanted[w + run]) run += 1;
        if (run > most) most = run;
      }
    }
    return most > 1 ? most / wanted.length : 0;
  };

  /* One of the names of a term is what was asked for, and nothing else. */
  Engine.prototype.isTerm = function (id, places) {
    var start = 0;
    return this.docs[id].judul.split(/ \| | \(/).some(function (name) {
      var end = start + words(name).length, whole = end > start;
      for (var t = start; t < end; t++) whole = whole && places.some(function (list) { return list.indexOf(t) >= 0; });
      start = end;
      return whole;
    });
  };

  /* Hits from the same Pasal or the same flow make way for others, a little. */
  Engine.prototype.vary = function (ranked, asked) {
    var self = this, seen = new Map();
    var varied = ranked.map(function (pair) {
      var doc = self.docs[pair[0]], times = (seen.get(doc.kunci) || 0) + (seen.get(doc.induk) || 0);
      seen.set(doc.kunci, (seen.get(doc.kunci) || 0) + 1);
      seen.set(pair[0], 1);
      return [pair[0], pair[1] * Math.pow(AGAIN, times)];
    });
    varied.sort(function (a, b) { return b[1] - a[1] || a[0] - b[0]; });
    if (!asked.milik || asked.bernama.length) return varied;
    /* The reader's own regency first, but not alone. */
    var first = [], kept = [], own = 0;
    varied.forEach(function (pair) {
      var mine = self.docs[pair[0]].daerah === asked.milik;
      if (first.length < 10 && (!mine || own < OWN_OF_TEN)) { first.push(pair); own += mine ? 1 : 0; }
      else kept.push(pair);
    });
    return first.concat(kept);
  };

  /* --- answering ----------------------------------------------------------------------------- */

  /* What a query asks, before anything is loaded for it. */
  Engine.prototype.read = function (query) {
    var clause = readClause(query), named = this.regencies(words(clause.sisa));
    var left = named.sisa;
    if (!left.length && named.slug.length && !clause.segmen.length && !clause.lampiran) left = words(clause.sisa);
    var text = words(query).join(" ");
    return { klausa: clause, bernama: named.slug, kata: left, maksud: this.intent(text), daftar: says(text, this.data.kata.daftar), jawab: this.answers(text) };
  };

  /* Hits for a query: documents in order, with what was understood. */
  Engine.prototype.search = function (query, options) {
    var self = this, asked = this.read(query), notes = { dibaca: [], tidakAda: [] };
    asked.milik = options.milik || "";
    function allowed(doc) { return (!options.daerah || doc.daerah === options.daerah) && (!options.jenis || doc.jenis === options.jenis); }
    var left = asked.kata;
    if (asked.maksud === "istilah") {
      var bare = left.filter(function (word) { return !/^(?:pengertian|definisi|arti|artinya|maksud)$/.test(word); });
      if (bare.length) left = bare;
    }
    left = this.repair(left);
    var concepts = this.concepts(left, notes);
    this.lighten(concepts);
    asked.urut = left.map(function (form) { var known = self.vocabulary.get(form); return known ? known.nomor : -1; });
    var ranked = concepts.length ? this.rank(concepts, allowed, asked) : [];
    var straight = this.straight(asked, allowed, ranked);
    var taken = new Set(straight);
    var ids = straight.concat(ranked.map(function (pair) { return pair[0]; }).filter(function (id) { return !taken.has(id); }));
    var roots = new Set();
    concepts.forEach(function (concept) { concept.pilihan.forEach(function (option) { option.akar.forEach(function (root) { roots.add(root); }); }); });
    return { hasil: ids, akar: roots, catatan: notes, bernama: asked.bernama, saran: ids.length ? [] : self.suggest(asked.kata) };
  };

  Engine.prototype.straight = function (asked, allowed, ranked) {
    if (!asked.klausa.segmen.length && !asked.klausa.lampiran) return [];
    var self = this, slugs = Array.from(this.loaded).filter(Boolean), score = new Map(ranked);
    slugs.sort(function (a, b) { return place(b) - place(a); });
    function place(slug) { return (asked.bernama.indexOf(slug) >= 0 ? 2 : 0) + (slug === asked.milik ? 1 : 0); }
    var lists = slugs.map(function (slug) { return self.clauses(asked.klausa, slug).filter(function (id) { return allowed(self.docs[id]); }); });
    var ids = [];
    /* The first of every regency, then the second ones. */
    for (var round = 0; round < 6; round++) lists.forEach(function (list) { if (round < list.length) ids.push(list[round]); });
    if (asked.kata.length && score.size) ids = ids.map(function (id, at) { return [id, 1e6 * place(self.docs[id].daerah) + (score.get(id) || 0) - at / 1000]; }).sort(function (a, b) { return b[1] - a[1]; }).map(function (pair) { return pair[0]; });
    return ids;
  };

  Engine.prototype.suggest = function (tokens) {
    var self = this, found = [];
    tokens.forEach(function (token) {
      self.nearest(token, token.length < 5 ? 1 : 2).slice(0, 3).forEach(function (entry) { if (!self.stop.has(entry.form) && found.indexOf(entry.form) < 0) found.push(entry.form); });
    });
    return found.slice(0, 6);
  };

  /* --- showing ------------------------------------------------------------------------------- */

  Engine.prototype.place = function (id) {
    var doc = this.docs[id], titles = [], at = doc.induk;
    while (at >= 0) {
      if (this.docs[at].judul && titles.length < 2) titles.unshift(this.docs[at].judul.split(" | ")[0]);
      at = this.docs[at].induk;
    }
    var name = this.names.filter(function (n) { return n.slug === doc.daerah; })[0];
    var text = doc.jenis === "langkah" ? [] : titles.map(function (title) { return title.length > 70 ? title.slice(0, 68).replace(/\s+\S*$/, "") + "…" : title; });
    return { daerah: name ? name.nama : "Semua daerah", jalur: text };
  };

  Engine.prototype.title = function (id) {
    var doc = this.docs[id];
    if (doc.jenis === "langkah" && doc.induk >= 0) return doc.sebutan + ": " + this.docs[doc.induk].judul;
    var names = doc.judul.split(" | "), name = names[0];
    if (doc.jenis === "istilah" && names.length > 1) name += " (" + names.slice(1).join(", ") + ")";
    if (name === doc.sebutan) return name;
    return [doc.sebutan, name.replace(/[:;]$/, "")].filter(Boolean).join(": ");
  };

  /* The text of a clause; of one that only opens others, with the first of them that says most. */
  Engine.prototype.text = function (id, roots) {
    var doc = this.docs[id], text = doc.teks;
    if (text.length > 60) return text;
    var best = "", most = -1, ids = new Set(Array.from(roots).map(this.rootId, this));
    for (var i = id + 1; i < this.docs.length && i < id + 80; i++) {
      if (this.docs[i].induk !== id) { if (this.docs[i].induk < id) break; continue; }
      var hits = new Set(this.tokens[i].filter(function (root) { return ids.has(root); })).size;
      if (hits > most && this.docs[i].teks) { most = hits; best = this.docs[i].teks; }
    }
    return [text, best].filter(Boolean).join(" … ");
  };

  /* An excerpt around the words found: runs of text, marked or not. */
  Engine.prototype.excerpt = function (id, roots) {
    var self = this, text = this.text(id, roots), marks = [], pattern = /[A-Za-z0-9]+/g, match;
    while ((match = pattern.exec(text))) {
      var form = match[0].toLowerCase();
      if (!self.stop.has(form) && self.morph.roots(form).some(function (root) { return roots.has(root); })) marks.push([match.index, match.index + match[0].length]);
    }
    var start = 0, most = -1;
    marks.forEach(function (mark, i) {
      var from = Math.max(0, mark[0] - 40), hits = 0;
      for (var k = i; k < marks.length && marks[k][1] <= from + EXCERPT; k++) hits += 1;
      if (hits > most) { most = hits; start = from; }
    });
    if (start < 50) start = 0;
    else start = text.indexOf(" ", start) + 1;
    var end = Math.min(text.length, start + EXCERPT);
    if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), start + 1);
    var runs = [], at = start;
    function push(piece, marked) { if (piece) runs.push([piece, marked]); }
    if (start) push("… ", false);
    marks.forEach(function (mark) {
      if (mark[0] < start || mark[1] > end) return;
      push(text.slice(at, mark[0]), false);
      push(text.slice(mark[0], mark[1]), true);
      at = mark[1];
    });
    push(text.slice(at, end), false);
    if (end < text.length) push(" …", false);
    return runs;
  };

  /* --- many regencies: which of them answer best --------------------------------------------- */

  Engine.prototype.wanted = function (query, notes) {
    var roots = new Set(), self = this, asked = this.read(query);
    asked.kata.forEach(function (token) {
      if (self.stop.has(token)) return;
      self.morph.roots(token).forEach(function (root) { roots.add(root); });
      var entry = self.phrases.get(self.morph.roots(token).join("+"));
      (entry || []).slice(0, 1).forEach(function (pair) { words(pair[0]).forEach(function (word) { if (!self.stop.has(word)) self.morph.roots(word).forEach(function (root) { roots.add(root); }); }); });
    });
    return Array.from(roots);
  };

  window.__pk_mesin = { Engine: Engine, Morphology: Morphology, distance: distance, words: words, readClause: readClause };
})();
