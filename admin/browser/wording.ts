import zhHans from 'decap-cms-locales/dist/esm/zh_Hans/index.js';

export interface Phrases {
  [key: string]: string | Phrases;
}

/** What the desk says: Decap's Simplified Chinese, with what it lacks or says oddly put right. */
export const wording = (): Phrases => merge(zhHans as Phrases, ours);

function merge(base: Phrases, over: Phrases): Phrases {
  const merged = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    merged[key] = typeof value === 'object' ? merge(typeof below === 'object' ? below : {}, value) : value;
  }
  return merged;
}

const ours: Phrases = {
  auth: { loginWithForgejo: '使用 Forgejo 登录' },
  app: {
    header: { content: '全部内容', workflow: '待发布', media: '媒体', quickAdd: '写一篇' },
    app: {
      errorHeader: '编辑台没能打开',
      configErrors: '表单的设置有问题',
      checkConfigYml: '请把这段文字交给网站的维护人员。',
      waitingBackend: '正在连接服务器……',
    },
  },
  collection: {
    sidebar: {
      collections: '栏目',
      allCollections: '所有栏目',
      searchAll: '在所有栏目里查找',
      searchIn: '查找范围',
    },
    collectionTop: {
      viewAs: '显示方式',
      viewAsList: '按列表显示',
      viewAsGrid: '按卡片显示',
      newButton: '新建%{collectionLabel}',
      newButtonAriaLabel: '新建%{collectionLabel}',
      searchResults: '含“%{searchTerm}”的内容',
      searchResultsInCollection: '“%{collection}”里含“%{searchTerm}”的内容',
    },
    entries: {
      cachingEntries: '正在准备列表……',
      longerLoading: '内容较多，请稍等',
      noEntries: '这里还没有内容',
      unpublishedHeader: '还没有发布的',
    },
  },
  editor: {
    editorControl: { field: { optional: '可不填', widgetLabel: '填写项' } },
    editorControlPane: {
      widget: {
        required: '请填写“%{fieldLabel}”',
        regexPattern: '“%{fieldLabel}”要写成：%{pattern}',
        processing: '“%{fieldLabel}”还在处理，请稍等',
        range: '“%{fieldLabel}”要在 %{minValue} 到 %{maxValue} 之间',
        min: '“%{fieldLabel}”不能小于 %{minValue}',
        max: '“%{fieldLabel}”不能大于 %{maxValue}',
        rangeCount: '“%{fieldLabel}”要有 %{minCount} 到 %{maxCount} 项',
        rangeCountExact: '“%{fieldLabel}”要正好 %{count} 项',
        rangeMin: '“%{fieldLabel}”至少 %{minCount} 项',
        rangeMax: '“%{fieldLabel}”最多 %{maxCount} 项',
        invalidPath: '地址“%{path}”里有不能用的字符，请改用小写字母、数字和短横',
        pathExists: '地址“%{path}”已经有内容了，请换一个',
      },
    },
    editor: {
      onLeavePage: '刚才的修改还没有保存，确定要离开吗？',
      onUpdatingWithUnsavedChanges: '有修改还没有保存，请先按“保存”，再改状态。',
      onPublishingNotReady: '请先把状态改为“可以发布”，再发布。',
      onPublishingWithUnsavedChanges: '有修改还没有保存，请先按“保存”，再发布。',
      onPublishing: '现在发布吗？发布后读者就能看到。',
      onUnpublishing: '确定要从网站上撤下这一篇吗？撤下后它变回草稿。',
      onDeleteWithUnsavedChanges:
        '确定要删除这一篇吗？没有保存的修改也会丢掉。删除后可以在“回收站”里找回已发布的文字。',
      onDeletePublishedEntry: '确定要从网站上删除这一篇吗？删除后可以在“回收站”里找回。',
      onDeleteUnpublishedChangesWithUnsavedChanges:
        '确定要丢掉这一篇没有发布的修改吗？刚才没有保存的也会丢掉。',
      onDeleteUnpublishedChanges: '确定要丢掉这一篇没有发布的修改吗？可以在“回收站”里找回。',
    },
    editorInterface: {
      togglePreview: '打开或关上预览',
      toggleScrollSync: '预览跟着文字滚动',
      toggleNotes: '打开或关上批注',
    },
    editorNotesPane: {
      title: '批注',
      emptyState: '还没有批注。可以在下面写一条，给一起写稿的人看。',
      addNote: '写批注',
      addPlaceholder: '写一条批注……',
      editPlaceholder: '修改这条批注……',
      save: '保存',
      cancel: '取消',
      edit: '修改',
      delete: '删除',
      resolve: '已处理',
      unresolve: '重新打开',
      confirmDelete: '确定要删除这条批注吗？',
      shortcut: '提示：按 Ctrl+Enter 可以直接写入',
    },
    editorToolbar: {
      publishing: '正在发布……',
      unpublish: '从网站撤下',
      duplicate: '照着写一篇',
      unpublishing: '正在撤下……',
      publishAndCreateNew: '发布，再写一篇',
      publishAndDuplicate: '发布，再照着写一篇',
      deleteUnpublishedChanges: '丢掉修改',
      deleteUnpublishedEntry: '删除草稿',
      deletePublishedEntry: '删除这一篇',
      deleteEntry: '删除',
      saving: '正在保存……',
      statusInfoTooltipDraft: '现在是草稿。写好以后，把状态改为“审核中”交给别人看。',
      statusInfoTooltipInReview: '正在等别人审核。这时也可以继续修改。',
      deleting: '正在删除……',
      updating: '正在更新……',
      status: '状态：%{status}',
      backCollection: '返回“%{collectionLabel}”',
      unsavedChanges: '有修改没保存',
      changesSaved: '都已保存',
      ready: '可以发布',
      publishNow: '现在发布',
      deployPreviewPendingButtonLabel: '看看预览好了没有',
      deployButtonLabel: '在网站上看',
    },
    editorWidgets: {
      markdown: {
        strikethrough: '删除线',
        toggleMode: { rich: '换成所见即所得', markdown: '换成 Markdown' },
      },
      image: { chooseMultiple: '选择多张图片', addMore: '再加图片', removeAll: '移除所有图片' },
      file: { chooseMultiple: '选择多个文件', addMore: '再加文件', removeAll: '移除所有文件' },
      unknownControl: { noControl: '这一项（%{widget}）没有填写的控件，请告诉网站的维护人员' },
      unknownPreview: { noPreview: '这一项（%{widget}）没有预览' },
      datetime: { setToNow: '把“%{fieldLabel}”填为现在' },
      list: { add: '加一项%{item}', addType: '加一项%{item}' },
      object: { expand: '展开', collapse: '收起' },
    },
  },
  mediaLibrary: {
    mediaLibraryModal: { close: '关闭', deleting: '正在删除……', noAssetsFound: '没有找到文件' },
  },
  ui: {
    default: { goBackToSite: '返回网站' },
    errorBoundary: {
      title: '编辑台出了问题',
      details: '刚才的操作没有完成。写下的文字已留在这台电脑上，重新打开这一页可以找回。要让维护人员知道，请',
      reportIt: '把下面的内容交给他们。',
      privacyWarning: '',
      recoveredEntry: { heading: '刚才写的内容', warning: '离开这一页之前，请先把它复制到别处。' },
    },
    settingsDropdown: { logOut: '退出', account: '账号' },
    toast: {
      onFailToLoadEntries: '没能打开：%{details}',
      onFailToLoadDeployPreview: '没能打开预览：%{details}',
      onFailToPersist: '还没有保存：%{details}',
      onFailToDelete: '还没有删除：%{details}',
      onFailToUpdateStatus: '状态没有改：%{details}',
      missingRequiredField: '有几项还没有填好，请看标红的地方。',
      entrySaved: '已保存',
      entryPublished: '已发布，网站正在更新',
      entryUnpublished: '已从网站撤下，变回草稿',
      onFailToPublishEntry: '还没有发布：%{details}',
      onFailToUnpublishEntry: '还没有撤下：%{details}',
      entryUpdated: '状态已更新',
      onDeleteUnpublishedChanges: '没有发布的修改已丢掉，可以在“回收站”里找回',
      noteAdded: '批注已写入',
      onFailToAddNote: '批注没有写入：%{details}',
      noteUpdated: '批注已修改',
      onFailToUpdateNote: '批注没有修改：%{details}',
      noteDeleted: '批注已删除',
      onFailToDeleteNote: '批注没有删除：%{details}',
      noteResolved: '批注已处理',
      noteReopened: '批注已重新打开',
      onFailToToggleNote: '批注没有更新：%{details}',
      onLoggedOut: '登录已到期，请先留好写下的文字，再重新登录',
      onBackendDown: '暂时连不上服务器，写下的文字会留在这台电脑上',
    },
  },
  workflow: {
    workflow: {
      loading: '正在读取待发布的内容',
      workflowHeading: '待发布的内容',
      newPost: '写一篇',
      description:
        '%{smart_count} 篇等待审核，%{readyCount} 篇可以发布 |||| %{smart_count} 篇等待审核，%{readyCount} 篇可以发布',
      dateFormat: 'M 月 D 日',
    },
    workflowCard: {
      lastChange: '%{date}，%{author}修改',
      lastChangeNoAuthor: '%{date}修改',
      lastChangeNoDate: '%{author}修改',
      deleteChanges: '丢掉修改',
      deleteNewEntry: '删除草稿',
      publishChanges: '发布修改',
      publishNewEntry: '发布',
    },
    workflowList: {
      onDeleteEntry: '确定要删除吗？可以在“回收站”里找回。',
      onPublishingNotReadyEntry: '状态是“可以发布”的才能发布，请先把卡片拖到“可以发布”一列。',
      onPublishEntry: '现在发布吗？发布后读者就能看到。',
      inReviewHeader: '审核中',
      readyHeader: '可以发布',
      currentEntries: '%{smart_count} 篇 |||| %{smart_count} 篇',
    },
  },
};
